"""The figures of a peer for the negotiations that `Benchmarks offers` times, on the same machine: `pip install negmas`, then
`python3 Benchmarks/peers_offers.py`. Utilities are the same, concession curves nearly so (its clock starts one step later);
what is compared is offers per second. The mechanism is built anew for each run, its building is not counted; each figure is
the best of three runs."""

import time

from negmas.sao import BoulwareTBNegotiator, LinearTBNegotiator, MiCRONegotiator, NaiveTitForTatNegotiator, SAOMechanism

from peers_packages import additive

TACTICS = [
    ("linear", LinearTBNegotiator),
    ("boulware", BoulwareTBNegotiator),
    ("MiCRO", MiCRONegotiator),
    ("tit-for-tat", NaiveTitForTatNegotiator),
]


def timed(count, name, kind):
    issues, ufuns = additive(count, 2)
    best = None
    for _ in range(3):
        mechanism = SAOMechanism(issues=issues, n_steps=1000)
        for number, ufun in enumerate(ufuns):
            mechanism.add(kind(name=str(number)), ufun=ufun)
        begin = time.perf_counter()
        mechanism.run()
        seconds = time.perf_counter() - begin
        offers = len(mechanism.extended_trace)
        best = max(best or 0, offers / seconds)
    print(f"10^{count} x 2, {name}: {offers} offers, {best:.0f} offers per second", flush=True)


if __name__ == "__main__":
    for count in (3, 4, 5):
        for name, kind in TACTICS:
            timed(count, name, kind)
