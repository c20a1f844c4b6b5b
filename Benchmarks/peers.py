"""The figures of a peer for the games that `Benchmarks games` times, on the same machine: `pip install pygambit`, then
`python3 Benchmarks/peers.py`. Each figure is the median of three runs."""

import io
import statistics
import time

import numpy
import pygambit


class SplitMix64:
    def __init__(self, seed):
        self.state = seed

    def draw(self, bound):
        mask = (1 << 64) - 1
        self.state = (self.state + 0x9E3779B97F4A7C15) & mask
        z = self.state
        z = ((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9) & mask
        z = ((z ^ (z >> 27)) * 0x94D049BB133111EB) & mask
        return (z ^ (z >> 31)) % bound


def bimatrix(size):
    random = SplitMix64(size)
    tables = numpy.zeros((2, size, size), dtype=int)
    for row in range(size):
        for column in range(size):
            for player in range(2):
                tables[player, row, column] = random.draw(1000)
    return pygambit.Game.from_arrays(tables[0], tables[1])


def tree(cards, actions, rounds, seed, zero_sum):
    """RT of the generator, as the text of an .efg file."""
    random, sets, lines, ends = SplitMix64(seed), {}, [], [0]
    deals = " ".join(f'"{deal}" 1/{cards * cards}' for deal in range(cards * cards))
    lines += ['EFG 2 R "RT" { "1" "2" }', f'c "" 1 "" {{ {deals} }} 0']

    def add(first, second, history):
        if len(history) == rounds:
            payoff = random.draw(201) - 100
            other = -payoff if zero_sum else random.draw(201) - 100
            ends[0] += 1
            lines.append(f't "" {ends[0]} "" {{ {payoff}, {other} }}')
            return
        player = len(history) % 2
        name = (player, first if player == 0 else second, history)
        number = sets.setdefault(name, len(sets) + 1)
        choices = " ".join(f'"{action}"' for action in range(actions))
        lines.append(f'p "" {player + 1} {number} "" {{ {choices} }} 0')
        for action in range(actions):
            add(first, second, history + (action,))

    for first in range(cards):
        for second in range(cards):
            add(first, second, ())
    return pygambit.read_efg(io.BytesIO("\n".join(lines).encode()))


def report(name, solve):
    times = []
    for _ in range(3):
        start = time.perf_counter()
        solve()
        times.append(time.perf_counter() - start)
    print(f"{name}: {statistics.median(times):.3f} s", flush=True)


print(f"pygambit {pygambit.__version__}")
ten = bimatrix(10)
report("random 10 × 10, all equilibria exact (enummixed)", lambda: pygambit.nash.enummixed_solve(ten, rational=True))
small = tree(3, 2, 4, 1, zero_sum=False)
report("RT(3,2,4,1), general sum, one equilibrium exact (lcp)", lambda: pygambit.nash.lcp_solve(small, rational=True))
