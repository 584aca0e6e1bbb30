import './messages.css';
import { CircleAlert, CircleCheck, Info, X } from 'lucide-react';
import { useEffect, useState } from 'react';
import { type ShownJob, useRunningJobs } from '../services/jobs.ts';
import { type ShownNotice, useNotices } from '../services/notices.ts';
import { useT } from '../services/text.ts';
import { Button, IconButton } from '../ui/Button.tsx';
import { ProgressBar } from '../ui/ProgressBar.tsx';
import { TooltipPlace } from '../ui/Tooltip.tsx';

/** Jobs under way and messages, in a corner; and what is said of the control that is pointed at. */
export function Messages() {
  const t = useT();
  const notices = useNotices((state) => state.notices);
  const jobs = useRunningJobs((state) => state.jobs);
  return (
    <section className="messages-region" aria-label={t('notice.region')}>
      <div className="messages">
        {jobs.map((job) => (
          <JobToast key={job.id} job={job} />
        ))}
        {notices.map((notice) => (
          <NoticeToast key={notice.id} notice={notice} />
        ))}
      </div>
      <TooltipPlace />
    </section>
  );
}

function JobToast({ job }: { readonly job: ShownJob }) {
  const t = useT();
  return (
    <div className="toast" role="status">
      <ProgressBar label={job.title} value={job.progress} />
      <Button size="small" onPress={job.cancel}>
        {t('ui.cancel')}
      </Button>
    </div>
  );
}

const icons = { info: Info, success: CircleCheck, error: CircleAlert };
/** Milliseconds for a sentence at a calm pace; never counted while it is pointed at or focused. */
const readingTime = 7_000;

function NoticeToast({ notice }: { readonly notice: ShownNotice }) {
  const t = useT();
  const dismiss = useNotices((state) => state.dismiss);
  const [isHeld, setHeld] = useState(false);
  useEffect(() => {
    if (notice.kind === 'error' || isHeld) return undefined;
    const timer = setTimeout(() => dismiss(notice.id), readingTime);
    return () => clearTimeout(timer);
  }, [notice, isHeld, dismiss]);
  const Icon = icons[notice.kind];
  return (
    <div
      className={`toast toast-${notice.kind}`}
      role={notice.kind === 'error' ? 'alert' : 'status'}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <Icon aria-hidden="true" className="toast-icon" />
      <p className="toast-text">{notice.text}</p>
      {notice.action && (
        <Button
          size="small"
          onPress={() => {
            notice.action?.run();
            dismiss(notice.id);
          }}
        >
          {notice.action.label}
        </Button>
      )}
      <IconButton size="small" label={t('ui.dismiss')} icon={<X />} onPress={() => dismiss(notice.id)} />
    </div>
  );
}
