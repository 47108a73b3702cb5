extension Texts {
    /// Who may sign in, and what they did.
    static let staffTexts: [(key: String, english: String, chinese: String)] = [
        ("role.viewer", "Viewer", "观察员"),
        ("role.viewer.help", "Sees how the service does, and nobody's conversation.", "查看服务情况，看不到任何人的对话。"),
        ("role.support", "Support", "客服"),
        (
            "role.support.help", "Helps people: sees their conversations and decides on their records.",
            "帮助用户：查看对话，处理档案。"
        ),
        ("role.operator", "Operator", "运营"),
        (
            "role.operator.help", "Keeps content and channels going, and sees nobody's conversation.",
            "维护内容和通道，看不到任何人的对话。"
        ),
        ("role.admin", "Admin", "管理员"),
        ("role.admin.help", "May do everything, and says who else may.", "可以做所有操作，并管理其他人员。"),
        ("you", "you", "您"),
        ("disabled", "may not sign in", "已停用"),
        ("joined", "Joined", "加入"),
        ("changeMember", "Change", "更改"),
        ("changeRole", "Change the role", "更改角色"),
        (
            "renewHelp", "For a lost password or phone. The old ones work until the link is used.",
            "用于忘记密码或丢失手机。链接使用之前，原来的仍然有效。"
        ),
        ("makeLink", "Make a link", "生成链接"),
        ("enable", "Let sign in again", "重新启用"),
        (
            "disableHelp",
            "Signed out at once, everywhere, and tokens made by this member end. Signing in can be allowed again.",
            "立即在所有设备上退出，此人生成的令牌也会失效。以后可以重新启用登录。"
        ),
        ("disable", "Stop from signing in", "停用"),
        ("inviteSomebody", "Invite somebody", "邀请人员"),
        ("newLink", "A link to join", "加入链接"),
        (
            "linkHelp", "Send this link to one person by a way you trust. Whoever opens it first takes it.",
            "请用可靠的方式把链接发给一个人。谁先打开就归谁使用。"
        ),
        ("linkValidity", "It works once, within %1 hours, and is not shown again.", "只能用一次，%1 小时内有效，以后不再显示。"),
        ("toStaff", "Back to Staff", "回到“人员”"),
        ("done.staff-done", "Changed.", "已更改。"),
        (
            "done.staff-lastAdmin", "Nothing was changed: one admin must be left who can sign in.",
            "没有更改：至少要保留一名可以登录的管理员。"
        ),

        ("who", "Who", "谁"),
        ("act", "What", "做了什么"),
        ("subject", "On what", "对象"),
        ("older", "Earlier entries", "更早的记录"),
        ("gatewayItself", "this machine", "本机"),
        ("auditHelp", "Nothing here can be changed or taken away without it being noticed.", "这里的任何更改或删除都会被发现。"),
        ("auditCheck", "Check the whole log", "检查全部记录"),
        ("auditSound", "The log is whole: %1 entries follow from one another.", "记录完整：%1 条记录前后相连。"),
        (
            "auditBroken", "Entry %1 does not follow from the one before: the log was changed outside the gateway.",
            "第 %1 条与前一条不相连：记录在网关之外被改动过。"
        ),
        (
            "auditHead", "Write this down elsewhere to notice later if entries are missing at the end:",
            "把这串字符另外记下，以后可以发现末尾是否缺少记录："
        ),

        ("act.sign-in", "signed in", "登录"),
        ("act.sign-in failed", "an attempt to sign in failed", "登录失败"),
        ("act.sign-out", "signed out", "退出"),
        ("act.sign-out everywhere", "signed out everywhere", "在所有设备上退出"),
        ("act.join", "joined", "加入"),
        ("act.renew", "made a new password", "设置新密码"),
        ("act.invite", "made a link to join", "生成加入链接"),
        ("act.renew link", "made a link for a new password", "生成新密码链接"),
        ("act.role", "changed a role", "更改角色"),
        ("act.disable", "stopped somebody from signing in", "停用账号"),
        ("act.enable", "let somebody sign in again", "启用账号"),
        ("act.approve claim", "approved a record", "批准找回档案"),
        ("act.refuse claim", "refused a record", "拒绝找回档案"),
        ("act.undo claim", "undid a claim", "撤销认领"),
        ("act.retry messages", "sent messages once more", "重新发送短信"),
        ("act.check pack", "checked the content", "检查内容"),
        ("act.publish pack", "published content", "发布内容"),
        ("act.run retention", "deleted what was kept long enough", "清理过期数据"),
        ("act.check table", "checked a table for the directory", "检查机构表格"),
        ("act.take table", "brought a table into the directory", "导入机构表格"),
        ("act.go back", "went back to an earlier revision", "恢复到旧版本"),
        ("act.read session", "read a conversation", "查看对话"),
        ("act.search session", "looked for a number or a case", "查找号码或个案"),
        ("act.read audit", "read the audit log", "查看操作记录"),
        ("act.read case", "read a case", "查看个案"),
        ("act.assign case", "assigned a case", "分配个案"),
        ("act.note on case", "wrote a note on a case", "给个案写备注"),
        ("act.close case", "closed a case", "结束个案"),
        ("act.answer in session", "answered in a conversation", "在对话中回复"),
        ("act.hand session back", "handed a conversation back", "把对话交回流程"),
        ("act.move session", "sent her to a step", "带到某个步骤"),
        ("act.restart session", "began a conversation anew", "重新开始对话"),
        ("act.end session", "ended a conversation", "结束对话"),
        ("act.note on session", "wrote a note on a conversation", "给对话写备注"),
        ("act.tag session", "changed the tags of a conversation", "更改对话标签"),
        ("act.save talk", "saved a conversation as a talk", "把对话保存为测试对话"),
        ("act.block number", "blocked a number", "屏蔽号码"),
        ("act.unblock number", "let a number in again", "解除屏蔽"),
        ("act.export results", "gave out a flow's results", "导出流程结果"),
        ("act.export person", "exported a person's data", "导出个人资料"),
    ]
}
