"""Personal values: readable through the row, unreadable in the database, bound to their place."""

import pytest
from django.db import connection

from lianban.adapters.sm4_cipher import SealedValueBroken
from lianban.apps.accounts.models import Person
from lianban.apps.storage.encrypted import findable
from tests.fakes.notebooks import NOON

pytestmark = pytest.mark.django_db


def a_person(name="演示申请人甲", sign_in_name="a", **values):
    return Person.objects.create(kind="citizen", name=name, sign_in_name=sign_in_name, created_at=NOON, **values)


def stored(person, column="name"):
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {column} FROM accounts_person WHERE id = %s", [person.pk])
        value = cursor.fetchone()[0]
    return None if value is None else bytes(value)


def test_the_row_gives_the_value_and_the_database_does_not_know_it():
    person = a_person()
    assert "演示申请人甲".encode() not in stored(person)
    assert Person.objects.get(pk=person.pk).name == "演示申请人甲"


def test_nothing_stays_nothing():
    person = a_person(phone=None)
    assert stored(person, "phone") is None
    assert Person.objects.get(pk=person.pk).phone is None


def test_a_changed_value_is_saved():
    person = Person.objects.get(pk=a_person().pk)
    person.name = "演示申请人乙"
    person.save()
    assert Person.objects.get(pk=person.pk).name == "演示申请人乙"


def test_an_unread_value_survives_saving_the_row():
    person = Person.objects.get(pk=a_person().pk)
    person.is_active = False
    person.save()
    assert Person.objects.get(pk=person.pk).name == "演示申请人甲"


def test_a_value_moved_to_another_row_does_not_open():
    one, other = a_person(), a_person(sign_in_name="b")
    with connection.cursor() as cursor:
        cursor.execute("UPDATE accounts_person SET name = %s WHERE id = %s", [stored(one), other.pk])
    with pytest.raises(SealedValueBroken):
        _ = Person.objects.get(pk=other.pk).name


def test_bulk_creation_encrypts_and_bulk_update_is_refused():
    people = [Person(kind="citizen", name="演示", sign_in_name=str(turn), created_at=NOON) for turn in range(2)]
    Person.objects.bulk_create(people)
    assert {each.name for each in Person.objects.all()} == {"演示"}
    with pytest.raises(TypeError, match="save the object"):
        Person.objects.update(name="改")


def test_equal_values_are_found_by_equal_digests():
    assert findable("13800000000") == findable("13800000000") != findable("13800000001")
