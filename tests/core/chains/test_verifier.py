"""What the verifier is: one module that anyone can read, and that shares nothing with what merges."""

import ast
from pathlib import Path

from lianban.core.chains import verifier
from lianban.core.chains.compose import compose
from lianban.core.chains.plan import Plan
from lianban.core.chains.verifier import verify
from lianban.core.vocabulary.model import Vocabulary
from tests.core.chains.builders import a_chain, a_field, a_step, an_item, by_key

SOURCE = Path(verifier.__file__)
MERGING = {
    "built", "circumstances", "compose", "constraints", "demands", "department_form", "findings", "groups",
    "joint_acts", "lists", "merge_form", "merge_materials", "merge_process", "order", "reductions",
}  # fmt: skip
"""The composer's own modules."""
DEFINITIONS = {
    "answers", "counting", "domains", "material_lists", "model", "plan", "process", "sections", "telling", "errors",
    "naming",
}  # fmt: skip
"""What definitions and plans mean, whoever reads them; each is tested by itself."""


def imported(path: Path) -> set[str]:
    """The modules of `core.chains` that a file imports."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module == "lianban.core.chains":
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and (node.module or "").startswith("lianban.core.chains."):
            found.add((node.module or "").rpartition(".")[2])
        elif isinstance(node, ast.Import):
            assert not any(alias.name.startswith("lianban.core.chains") for alias in node.names), path.name
    return found


class TestOneModule:
    """An independent module of at most 300 lines that shares no merging code."""

    def test_it_is_one_file_of_three_hundred_lines(self):
        assert [path.name for path in SOURCE.parent.glob("*verif*.py")] == ["verifier.py"]
        assert len(SOURCE.read_text(encoding="utf-8").splitlines()) <= 300

    def test_it_imports_nothing_that_merges(self):
        assert {path.stem for path in SOURCE.parent.glob("*.py")} >= MERGING
        assert imported(SOURCE)
        assert imported(SOURCE).isdisjoint(MERGING)

    def test_nor_does_anything_it_imports(self):
        reached, ahead = set[str](), imported(SOURCE)
        while ahead:
            module = ahead.pop()
            reached.add(module)
            ahead |= imported(SOURCE.with_name(f"{module}.py")) - reached
        assert reached - {"built"} <= DEFINITIONS

    def test_nothing_that_merges_asks_it(self):
        asking = [module for module in MERGING if "verifier" in imported(SOURCE.with_name(f"{module}.py"))]
        assert asking == []


class TestWitness:
    """The certificate's sequence is checked, not searched for: one that is no order is objected to."""

    ITEMS = by_key(*(an_item(key, [a_field("f")], steps=(a_step("审查"),)) for key in "abc"))
    CHAIN = a_chain("a", "b", "c", waits=[("a", "b"), ("b", "c")])

    def objections(self, *sequence: str) -> set[tuple[str, str]]:
        plan: Plan = compose(self.CHAIN, self.ITEMS, Vocabulary())
        witness = plan.certificate.model_copy(update={"sequence": sequence})
        found = verify(plan.model_copy(update={"certificate": witness}), self.CHAIN, self.ITEMS, Vocabulary())
        return {(each.rule, each.where) for each in found}

    def test_the_composers_own_is_fine(self):
        assert self.objections("a", "b", "c") == set()

    def test_what_comes_before_what_it_waits_for_is_no_order(self):
        assert self.objections("b", "a", "c") == {("UNKNOWN", "b")}

    def test_a_missing_item_is_named(self):
        assert self.objections("a", "b") == {("UNKNOWN", "c")}

    def test_an_item_twice_is_named(self):
        assert ("SUPERFLUOUS", "certificate/sequence/a") in self.objections("a", "a", "b", "c")


def test_a_plan_that_keeps_older_keys_in_its_certificate_is_read_and_verified():
    chain, items = TestWitness.CHAIN, TestWitness.ITEMS
    written = compose(chain, items, Vocabulary()).model_dump(mode="json")
    written["certificate"] |= {"version": 1, "days": {"a": "5"}, "precedences": [["a", "b", ""]]}
    assert verify(Plan.model_validate(written), chain, items, Vocabulary()) == ()
