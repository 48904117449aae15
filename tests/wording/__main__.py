"""Prints how many sheets with other wordings are read as before, by role and by family."""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence

from tests.wording.additions import addition_trials
from tests.wording.further import look_alike_trials, subtotal_trials
from tests.wording.measure import Base, Trial
from tests.wording.specimens import specimens
from tests.wording.trials import joint_trials, single_trials, smallest_errors
from tests.wording.wordings import SHOWN, kind, wordings


def main() -> None:
    options = _options()
    if options.together:
        print_together(options)
        return
    trials = list(_trials(options))
    print_table("by role", trials, lambda trial: kind(trial.role))
    print_table("by family", trials, lambda trial: trial.family)
    print_failures(trials, options.examples)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.wording", description=__doc__)
    parser.add_argument("--words", default=SHOWN, help="wordings or held_out")
    parser.add_argument("--most", type=int, default=6, help="wordings of each heading; 0 for all")
    parser.add_argument("--seeds", type=int, default=1, help="drawn sheets of each family")
    parser.add_argument("--forms", action="store_true", help="the forms of all places too")
    parser.add_argument("--role", default="", help="beginning of the roles to try")
    parser.add_argument("--examples", type=int, default=5, help="failures shown of each role")
    parser.add_argument(
        "--together",
        type=int,
        default=0,
        help="instead: so many sheets of each family with other wordings everywhere, each error with the "
        "fewest wordings that bring it",
    )
    return parser.parse_args()


def _trials(options: argparse.Namespace) -> Iterator[Trial]:
    words = wordings(options.words)
    chosen = {role: texts for role, texts in words.by_role.items() if role.startswith(options.role)}
    words = words._replace(by_role=chosen)
    most = options.most or None
    for specimen in specimens(range(options.seeds), options.forms):
        base = Base(specimen)
        yield from single_trials(base, words, most)
        if options.role:
            continue
        yield from joint_trials(base, words, options.most or 10)
        yield from look_alike_trials(base, words, most)
        yield from subtotal_trials(base, words, most)
        yield from addition_trials(base)


def print_table(title: str, trials: Iterable[Trial], group: Callable[[Trial], str]) -> None:
    """Of each group: how many there are, and what became of them."""
    groups: dict[str, list[Trial]] = {}
    for trial in trials:
        groups.setdefault(group(trial), []).append(trial)
    print(f"\n{title:32}{'tried':>7}{'same':>8}{'errors':>8}{'warned':>8}{'quoted':>14}")
    for name, found in [*sorted(groups.items()), ("all", [t for g in groups.values() for t in g])]:
        print(f"{name:32}{_line(found)}")


def _line(trials: Sequence[Trial]) -> str:
    same = sum(trial.same for trial in trials)
    errors = sum(bool(trial.errors) for trial in trials)
    warned = sum(bool(trial.warnings) for trial in trials)
    different = len(trials) - same
    quoted = sum(trial.quoted for trial in trials if not trial.same)
    share = f"{same / len(trials):8.1%}" if trials else ""
    return f"{len(trials):7}{share}{errors:8}{warned:8}{f'{quoted} of {different}':>14}"


def print_failures(trials: Sequence[Trial], most: int) -> None:
    """Wordings that were not read as before, of each role the ``most`` that fail oftenest."""
    failed: dict[tuple[str, str], list[Trial]] = {}
    for trial in trials:
        if trial.different or trial.errors:
            failed.setdefault((trial.role, trial.wording), []).append(trial)
    tried = Counter((trial.role, trial.wording) for trial in trials)
    shown: Counter[str] = Counter()
    print("\nnot read as before, or with errors: failed/tried, wording, an example")
    for (role, wording), found in sorted(failed.items(), key=lambda item: -len(item[1])):
        shown[kind(role)] += 1
        if shown[kind(role)] <= most:
            words = wording if len(wording) < 40 else f"{wording[:40]}…"
            print(f"{role}\t{len(found)}/{tried[role, wording]}\t{words}\t{_example(found[0])}")


def print_together(options: argparse.Namespace) -> None:
    """What single wordings do not show: those that bring an error only beside others."""
    words = wordings(options.words)
    for specimen in specimens(range(options.seeds), options.forms):
        for trial in smallest_errors(Base(specimen), words, options.together):
            print(f"{trial.role}\t{trial.wording}\t{_example(trial)}")


def _example(trial: Trial) -> str:
    lost = ", ".join(trial.different[:3]) + (" …" if len(trial.different) > 3 else "")
    parts = (f"{trial.family}/{trial.form}", lost, " ".join(trial.errors))
    return "\t".join((*parts, "quoted" if trial.quoted else ""))


if __name__ == "__main__":
    main()
