"""Whose fact a field asks for, and which fact."""

from hypothesis import given
from hypothesis import strategies as st

from lianban.core.vocabulary.matching.fields import read_form
from tests.core.vocabulary.matching.building import a_form, a_persons_form


def senses(fields: list) -> list[str]:
    return [reading.sense for reading in read_form(fields)]


class TestHeads:
    def test_the_names_of_a_citizens_number_are_one_fact(self) -> None:
        names = ("身份证号码", "身份证号", "公民身份号码", "居民身份证号码", "证件号码", "有效身份证件号码")
        found = {senses(a_form("企业名称", f"法定代表人{name}:idno"))[1] for name in names}
        assert found == {"legal_rep.id_no"}

    def test_units_brackets_and_width_make_no_difference(self) -> None:
        names = ("经营场所面积（平方米）", "营业面积(m²)", "经营场所面积（平方米，小于50）", "营业面积")
        assert {senses(a_form(f"{name}:number"))[0] for name in names} == {"premises.area"}

    def test_the_area_of_the_warehouse_is_not_that_of_the_shop(self) -> None:
        assert senses(a_form("营业面积:number", "仓库面积:number", "占地面积:number")) == [
            "premises.area",
            "warehouse.area",
            "number:占地面积",
        ]

    def test_an_address_that_brackets_call_something_else_stays_apart(self) -> None:
        assert senses(a_form("注册地址（经营地址）:address"))[0] not in ("entity.domicile", "premises.addr")

    def test_a_list_without_a_telling_name_is_told_by_its_options(self) -> None:
        drugs, food = (
            a_form("经营范围:multi")[0].model_copy(update={"options": options}) for options in (("中药",), ("热食",))
        )
        assert senses([drugs]) != senses([food])
        assert senses([drugs]) == senses([drugs.model_copy(update={"item": "另一事项"})])

    def test_a_list_with_neither_name_nor_options_stays_with_its_item(self) -> None:
        assert senses(a_form("类别:enum", item="甲")) != senses(a_form("类别:enum", item="乙"))


class TestRoles:
    def test_the_agents_phone_is_not_the_owners(self) -> None:
        found = senses(
            a_form("企业名称", "法定代表人手机", "委托代理人移动电话", "经办人电话", "财务负责人手机号码:phone")
        )
        assert found[1:] == ["legal_rep.phone", "agent.phone", "contact.phone", "finance.phone"]

    def test_names_for_the_person_in_charge_are_one_role(self) -> None:
        names = (
            "法定代表人",
            "法定代表人（负责人）",
            "经营者姓名",
            "负责人姓名",
            "法定代表人/主要负责人",
            "主要负责人",
        )
        assert {senses(a_form("企业名称", name))[1] for name in names} == {"legal_rep.name"}

    def test_beside_a_legal_representative_the_head_is_somebody_else(self) -> None:
        assert senses(a_form("法定代表人", "主要负责人")) == ["legal_rep.name", "head.name"]

    def test_every_duty_is_a_role_of_its_own(self) -> None:
        found = senses(a_form("消防安全责任人", "消防安全管理人", "质量负责人", "法定代表人"))
        assert len(set(found)) == 4

    def test_a_bare_number_belongs_to_the_person_named_just_before(self) -> None:
        assert senses(a_form("企业名称", "经营者姓名", "性别", "身份证件号码:idno", "移动电话"))[2:] == [
            "legal_rep.gender",
            "legal_rep.id_no",
            "legal_rep.phone",
        ]

    def test_the_contact_phone_of_a_business_form_is_the_contacts(self) -> None:
        assert senses(a_form("企业名称", "法定代表人", "联系电话"))[2] == "contact.phone"

    def test_between_domicile_and_postcode_it_is_the_business_own(self) -> None:
        assert senses(a_form("名称", "住所:address", "联系电话", "邮政编码"))[2] == "entity.phone"

    def test_a_guardian_named_later_does_not_take_over_the_form(self) -> None:
        found = senses(a_persons_form("姓名", "残疾等级:enum", "监护人（代理人）姓名", "联系电话"))
        assert found[0] == "applicant.name"
        assert found[2:] == ["guardian.name", "applicant.phone"]

    def test_staff_in_a_chain_for_businesses_are_not_the_applicant(self) -> None:
        assert senses(a_form("姓名", "身份证号:idno", served="自然人")) == ["staff.name", "staff.id_no"]

    def test_in_a_chain_about_children_a_bare_name_without_a_hint_is_nobodys(self) -> None:
        around = {"chain_name": "教育入学", "form": "核验参数"}
        one = senses(a_persons_form("姓名", item="社保查询", **around))
        other = senses(a_persons_form("姓名", item="居住证核验", **around))
        assert one != other

    def test_an_unknown_person_is_a_role_of_their_own(self) -> None:
        found = senses(a_form("企业名称", "法定代表人", "校长姓名", "校长联系电话"))
        assert found[2:] == ["somebody:校长.name", "somebody:校长.phone"]


class TestBinding:
    @given(name=st.sampled_from(["申请人签字", "法定代表人签章", "本人承诺", "知情同意", "声明"]))
    def test_signatures_and_promises_never_become_one(self, name: str) -> None:
        one, other = read_form(a_form(name, item="甲"))[0], read_form(a_form(name, item="乙"))[0]
        assert one.sense != other.sense
        assert one.alone
