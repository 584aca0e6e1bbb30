// Entry of the worker thread in which documents are read: it can be ended from outside whatever a file does to a reader.

import { parentPort } from "node:worker_threads";
import { readDocument } from "./read-document.ts";
import { ImportRefusal } from "./types.ts";
import type { ReadAnswer, ReadRequest } from "./worker-messages.ts";

parentPort?.on("message", (request: ReadRequest) => {
  parentPort?.postMessage(answerTo(request));
});

function answerTo({ sequence, file }: ReadRequest): ReadAnswer {
  try {
    return { sequence, outcome: "read", document: readDocument(file) };
  } catch (error) {
    if (error instanceof ImportRefusal)
      return { sequence, outcome: "refused", code: error.code, params: error.params };
    return {
      sequence,
      outcome: "failed",
      reason: error instanceof Error ? (error.stack ?? error.message) : String(error),
    };
  }
}
