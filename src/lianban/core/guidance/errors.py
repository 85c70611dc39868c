"""What stops a guide from being compiled, or an answer from being taken."""

from collections.abc import Iterable

from lianban.core.kernel.errors import DomainError


class AnswerRefused(DomainError):
    """A question was answered with something it does not allow. allowed: what it does, in words."""

    code = "ANSWER_REFUSED"

    def __init__(self, question: str, ask: str, answer: object, allowed: str) -> None:
        super().__init__(
            f"问题“{ask}”不能这样回答：{answer}。可以回答：{allowed}。",
            question=question,
            answer=answer,
            allowed=allowed,
        )


class NoSuchQuestion(DomainError):
    """An answer, or a pinned order, names a question that the chain does not have."""

    code = "NO_SUCH_QUESTION"

    def __init__(self, question: str, questions: Iterable[str]) -> None:
        known = tuple(questions)
        super().__init__(
            f"本链条没有编号为“{question}”的问题，已有：{'、'.join(known)}。", question=question, questions=known
        )


class CircularQuestions(DomainError):
    """Whether a question may be asked depends, in the end, on its own answer."""

    code = "CIRCULAR_QUESTIONS"

    def __init__(self, facts: tuple[str, ...]) -> None:
        ring = " → ".join((*facts, facts[0]))
        super().__init__(f"这些事实的提问条件或连带答案互相循环：{ring}。请去掉其中一环。", facts=facts)
