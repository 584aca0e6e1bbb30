"""Reference values of analyses, computed with independent programs. Run: python3 reference_values.py > reference-values.json

The file says with which versions it was made. Nothing here shares code with Simpul.
"""

import json
import platform

import numpy as np
import scipy
import sklearn
from scipy import stats
from scipy.cluster.hierarchy import average, cophenet
from scipy.spatial.distance import pdist, squareform
from sklearn.feature_extraction.text import CountVectorizer
from sklearn.metrics import cohen_kappa_score, jaccard_score, matthews_corrcoef
from sklearn.metrics.pairwise import cosine_similarity

draw = np.random.default_rng(20260101)


def presence():
    """Fourfold tables of columns of presence, and indices as scikit-learn and scipy have them."""
    found = []
    for share_a, share_b in [(0.5, 0.5), (0.2, 0.7), (0.9, 0.85), (0.1, 0.1)]:
        n = 60
        x = (draw.random(n) < share_a).astype(int)
        y = np.where(draw.random(n) < 0.4, x, (draw.random(n) < share_b).astype(int))
        a, b = int(np.sum(x & y)), int(np.sum(x & (1 - y)))
        c, d = int(np.sum((1 - x) & y)), int(np.sum((1 - x) & (1 - y)))
        odds = stats.contingency.odds_ratio([[a, b], [c, d]], kind="sample").statistic
        found.append(
            {
                "table": [a, b, c, d],
                "jaccard": jaccard_score(x, y),
                "sorensen-dice": 1 - float(pdist([x, y], "dice")[0]),
                "ochiai": float(cosine_similarity([x], [y])[0, 0]),
                "simple-matching": 1 - float(pdist([x, y], "hamming")[0]),
                "russell-rao": 1 - float(pdist([x, y], "russellrao")[0]),
                "phi": matthews_corrcoef(x, y),
                "yule-q": (odds - 1) / (odds + 1),
                "cohenKappa": cohen_kappa_score(x, y),
            }
        )
    return found


def clustering():
    points = draw.random((9, 3))
    distances = squareform(pdist(points))
    linkage = average(squareform(distances))
    r, _ = cophenet(linkage, squareform(distances))
    return {"distances": distances.tolist(), "heights": linkage[:, 2].tolist(), "cophenetic": float(r)}


def scaling():
    points = draw.random((7, 4))
    distances = squareform(pdist(points))
    n = len(distances)
    centre = np.eye(n) - 1 / n
    values = np.linalg.eigvalsh(-0.5 * centre @ (distances**2) @ centre)[::-1]
    return {"distances": distances.tolist(), "eigenvalues": values.tolist()}


def tables():
    found = []
    for rows, columns in [(2, 2), (2, 4), (3, 3), (4, 5)]:
        table = draw.integers(1, 15, (rows, columns))
        chi = stats.chi2_contingency(table, correction=False)
        g = stats.chi2_contingency(table, correction=False, lambda_="log-likelihood")
        n = table.sum()
        r = table.sum(axis=1, keepdims=True) / n
        c = table.sum(axis=0, keepdims=True) / n
        residuals = (table - chi.expected_freq) / np.sqrt(chi.expected_freq * (1 - r) * (1 - c))
        s = (table / n - r * c) / np.sqrt(r * c)
        found.append(
            {
                "table": table.tolist(),
                "chiSquare": [float(chi.statistic), float(chi.pvalue)],
                "likelihoodRatio": [float(g.statistic), float(g.pvalue)],
                "cramersV": float(stats.contingency.association(table, method="cramer")),
                "residuals": residuals.tolist(),
                "inertias": (np.linalg.svd(s, compute_uv=False) ** 2)[: min(rows, columns) - 1].tolist(),
                "fisher": float(stats.fisher_exact(table).pvalue) if (rows, columns) == (2, 2) else None,
            }
        )
    return found


def groups():
    found = []
    for sizes in [(4, 5), (3, 6, 4), (5, 2, 7, 3)]:
        values = [draw.integers(0, 9, size).tolist() for size in sizes]
        f, p = stats.f_oneway(*values)
        h, q = stats.kruskal(*values)
        found.append({"groups": values, "anova": [float(f), float(p)], "kruskalWallis": [float(h), float(q)]})
    return found


def ordinal():
    found = []
    for size in (8, 15):
        x = draw.integers(1, 5, size)
        y = np.clip(x + draw.integers(-2, 3, size), 1, 6)
        found.append(
            {
                "x": x.tolist(),
                "y": y.tolist(),
                "tauB": float(stats.kendalltau(x, y, variant="b").statistic),
                "tauC": float(stats.kendalltau(x, y, variant="c").statistic),
                "somersYX": float(stats.somersd(x, y).statistic),
                "spearman": float(stats.spearmanr(x, y).statistic),
                "pearson": float(stats.pearsonr(x, y).statistic),
            }
        )
    return found


def words():
    texts = [
        "program desa membantu warga desa",
        "warga menilai program lambat",
        "anggaran program desa terlambat lagi",
        "rapat pagi membagi pekerjaan warga",
    ]
    vectors = CountVectorizer(token_pattern=r"\S+").fit(texts)
    counts = vectors.transform(texts).toarray()
    df = (counts > 0).sum(axis=0)
    weights = counts * np.log(len(texts) / df)
    here, there = counts[:2].sum(axis=0), counts[2:].sum(axis=0)
    keyness = {}
    for word, column in vectors.vocabulary_.items():
        o = np.array([here[column], there[column]], float)
        e = o.sum() * np.array([here.sum(), there.sum()]) / counts.sum()
        g = stats.power_divergence(o, e, lambda_="log-likelihood").statistic
        keyness[word] = float(g) * (-1 if o[0] * there.sum() < o[1] * here.sum() else 1)
    return {
        "texts": texts,
        "tfidf": {word: float(weights[:, column].sum()) for word, column in vectors.vocabulary_.items()},
        "keyness": keyness,
        "cosine": cosine_similarity(weights).tolist(),
        "weights": [{w: float(row[c]) for w, c in vectors.vocabulary_.items() if row[c] > 0} for row in weights],
    }


def verdicts():
    """Cohen's kappa of two judges, of tables whose k-th row is the k-th category of the first."""
    tables = [
        # Fleiss, Levin & Paik (2003), table 18.1: printed there as .68.
        [[75, 1, 4], [5, 4, 1], [0, 0, 10]],
        [[9, 1], [3, 7]],
        [[11, 3, 0, 2], [1, 8, 4, 0], [0, 2, 9, 1], [3, 0, 1, 5]],
    ]
    found = []
    for table in tables:
        pairs = [(i, j) for i, row in enumerate(table) for j, n in enumerate(row) for _ in range(n)]
        first, second = zip(*pairs)
        found.append({"table": table, "kappa": cohen_kappa_score(first, second)})
    return found


print(
    json.dumps(
        {
            "madeWith": {
                "python": platform.python_version(),
                "numpy": np.__version__,
                "scipy": scipy.__version__,
                "scikit-learn": sklearn.__version__,
            },
            "presence": presence(),
            "clustering": clustering(),
            "scaling": scaling(),
            "tables": tables(),
            "groups": groups(),
            "ordinal": ordinal(),
            "words": words(),
            "verdicts": verdicts(),
        },
        indent=1,
    )
)
