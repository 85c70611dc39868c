"""The articles the procedures rest on, cited once."""

from lianban.core.kernel.legal import LegalBasis

_LICENSING = "中华人民共和国行政许可法"


def licensing(article: str) -> LegalBasis:
    """Return an article of the Administrative Licensing Law (2019 text), such as 第三十二条."""
    return LegalBasis(document=_LICENSING, article=article)


def as_written(words: str) -> tuple[LegalBasis, ...]:
    """Return the basis that an official wrote in their own words; none for blank ones."""
    return (LegalBasis(document=words),) if words.strip() else ()


ART_7 = licensing("第七条")
ART_8 = licensing("第八条")
ART_26 = licensing("第二十六条")
ART_29 = licensing("第二十九条")
ART_31 = licensing("第三十一条")
ART_32 = licensing("第三十二条")
ART_34 = licensing("第三十四条")
ART_36 = licensing("第三十六条")
ART_38 = licensing("第三十八条")
ART_39 = licensing("第三十九条")
ART_42 = licensing("第四十二条")
ART_44 = licensing("第四十四条")
ART_45 = licensing("第四十五条")
ART_46 = licensing("第四十六条")
ART_47 = licensing("第四十七条")
ART_48 = licensing("第四十八条")
ART_49 = licensing("第四十九条")
ART_50 = licensing("第五十条")
ART_69 = licensing("第六十九条")
ART_70 = licensing("第七十条")
ART_78 = licensing("第七十八条")
ART_79 = licensing("第七十九条")
ART_82 = licensing("第八十二条")
COMMITMENT_RULES = LegalBasis(
    document="国务院办公厅关于全面推行证明事项和涉企经营许可事项告知承诺制的指导意见", article="国办发〔2020〕42号"
)
GAP_RULES = LegalBasis(document="容缺受理地方规定", article="以本地公布的制度为准")
RATING_RULES = LegalBasis(
    document="国务院办公厅关于建立政务服务“好差评”制度提高政务服务水平的意见", article="国办发〔2019〕51号"
)
ARCHIVE_RULES = LegalBasis(document="政务服务电子文件归档和电子档案管理办法", article="国办发〔2023〕26号")
