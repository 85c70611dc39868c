"""The offices (审批部门): the inbox by due date, and the item with its form, materials, checklist and lawful acts."""
