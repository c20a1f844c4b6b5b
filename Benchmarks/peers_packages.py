"""The figures of a peer for the packages that `Benchmarks packages` times, on the same machine: `pip install negmas`, then
`python3 Benchmarks/peers_packages.py`. Building the outcomes is not counted; each figure is one run."""

import time

from negmas import make_issue
from negmas.outcomes import enumerate_issues
from negmas.preferences import HyperRectangleUtilityFunction, LinearAdditiveUtilityFunction, pareto_frontier
from negmas.preferences.value_fun import TableFun

MASK = (1 << 64) - 1


class SplitMix64:
    def __init__(self, seed):
        self.state = seed

    def next(self):
        self.state = (self.state + 0x9E3779B97F4A7C15) & MASK
        z = self.state
        z = ((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9) & MASK
        z = ((z ^ (z >> 27)) * 0x94D049BB133111EB) & MASK
        return z ^ (z >> 31)

    def below(self, bound):
        return (self.next() >> 33) % bound


def additive(count, parties):
    random = SplitMix64(20260101 + 10 * count + parties)
    issues = [make_issue(list(range(10)), f"i{number}") for number in range(count)]
    ufuns = []
    for _ in range(parties):
        weights = [1 + random.below(10) for _ in range(count)]
        tables = [TableFun({a: w * random.below(1001) for a in range(10)}) for w in weights]
        ufuns.append(
            LinearAdditiveUtilityFunction(values=tables, weights=[1.0] * count, issues=issues, reserved_value=0.0)
        )
    return issues, ufuns


def boxes():
    random = SplitMix64(9)
    issues = [make_issue(list(range(10)), f"i{number}") for number in range(6)]
    ranges, worths = [], [[], []]
    for _ in range(30):
        left = list(range(6))
        scope = [left.pop(random.next() % len(left)) for _ in range(3)]
        halves = [[a for a in range(10) if random.next() % 2 == 0] for _ in scope]
        ranges.append(dict(zip(scope, halves)))
        for party in range(2):
            worths[party].append(random.next() % 3001)
    return issues, [
        HyperRectangleUtilityFunction(ranges, worths[party], issues=issues, reserved_value=0.0) for party in range(2)
    ]


def timed(name, issues, ufuns):
    outcomes = list(enumerate_issues(issues))
    begin = time.perf_counter()
    points, _ = pareto_frontier(ufuns, outcomes, issues, sort_by_welfare=False)
    print(f"{name}: {time.perf_counter() - begin:.1f} s, {len(set(points))} points", flush=True)


if __name__ == "__main__":
    timed("frontier of 10^6 x 2", *additive(6, 2))
    timed("frontier of 10^6 x 4", *additive(6, 4))
    timed("frontier of 10^6 x 2, utilities of 30 boxes", *boxes())
