"""Items: the list, and the elements under the names of the national implementation list."""

from lianban.apps.catalogue import public as catalogue
from lianban.core.items.model import ServiceItem
from tests.apps.catalogue.shipped import shipped

FOOD = next(key for key, item in shipped().items.items() if item.materials and item.statutory_limit)


class TestList:
    def test_every_item_can_be_read_page_by_page(self, client, offered):
        keys, total = [], 1
        while len(keys) < total:
            read = client.get(f"/api/v1/items?limit=100&offset={len(keys)}").json()
            keys += [each["key"] for each in read["items"]]
            total = read["total"]
        assert keys == list(catalogue.current().items)

    def test_a_search_finds_an_item_by_its_name(self, client, offered):
        item = shipped().items[FOOD]
        read = client.get("/api/v1/items", {"q": item.name}).json()
        assert FOOD in [each["key"] for each in read["items"]]

    def test_the_list_costs_one_statement(self, client, offered, django_assert_num_queries):
        client.get("/api/v1/items")
        with django_assert_num_queries(1):
            client.get("/api/v1/items?limit=100")


class TestOne:
    def test_the_definition_is_read_back_as_it_was_published(self, client, offered):
        read = client.get(f"/api/v1/items/{FOOD}").json()
        assert ServiceItem.model_validate(read["definition"]) == shipped().items[FOOD]

    def test_elements_have_the_names_of_the_standard(self, client, offered):
        item = shipped().items[FOOD]
        elements = client.get(f"/api/v1/items/{FOOD}").json()["implementation_list"]
        assert elements["事项名称"] == item.name
        assert elements["设定依据"] == [str(basis) for basis in item.legal_basis]
        assert elements["承诺办结时限"]["数值"] == str(item.promised_limit.length)
        assert elements["法定办结时限"]["单位"] in {"工作日", "自然日"}
        assert [each["材料名称"] for each in elements["材料"]] == [need.name for need in item.materials]

    def test_the_guides_elements_bear_their_national_names(self, client, offered):
        elements = client.get("/api/v1/items/food").json()["implementation_list"]
        assert elements["面向法人事项主题分类"] == [{"名称": "准营准办", "代码": "010"}]
        assert elements["办理形式"] == ["窗口办理", "网上办理"]
        assert elements["数量限制"] is None
        assert elements["行政复议"].startswith("区人民政府")
        assert {"问题", "答案"} == elements["常见问题"][0].keys()
        blanks = {each["材料名称"]: each["空白表格"] for each in elements["材料"]}
        assert (blanks["食品经营许可申请书"], blanks["从业人员健康证明"]) == (1, 0)

    def test_a_licence_has_the_national_code_of_its_kind_and_level(self, client, offered):
        key = next(k for k, item in shipped().items.items() if item.type == "行政许可" and item.level == "县级")
        elements = client.get(f"/api/v1/items/{key}").json()["implementation_list"]
        assert elements["事项类型代码"] == "01"
        assert elements["行使层级代码"] == "4"

    def test_every_item_of_the_catalogue_can_be_read(self, client, offered):
        statuses = {key: client.get(f"/api/v1/items/{key}").status_code for key in shipped().items}
        assert set(statuses.values()) == {200}

    def test_an_unknown_item_is_a_problem_with_a_code(self, client, offered):
        refused = client.get("/api/v1/items/nothing")
        assert refused.status_code == 404
        assert refused.json()["code"] == "UNKNOWN_ITEM"
