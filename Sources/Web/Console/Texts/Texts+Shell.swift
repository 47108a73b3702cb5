extension Texts {
    /// What stands around every page, and what is said when something is wrong.
    static let shell: [(key: String, english: String, chinese: String)] = [
        ("skip", "Skip to the content", "跳到正文"),
        ("places", "Pages", "页面"),
        ("language", "Language", "语言"),
        ("error", "Error", "出错"),
        ("problem", "There is a problem", "有一个问题"),
        ("home", "Today", "今天"),
        ("part.people", "People", "服务对象"),
        ("part.service", "Service", "运行情况"),
        ("part.content", "Editing", "编辑"),
        ("part.team", "Team", "团队"),
        ("claims", "Records", "档案认领"),
        ("outbox", "Messages", "短信"),
        ("channels", "Channels", "通道"),
        ("pack", "Content", "内容"),
        ("staff", "Staff", "人员"),
        ("audit", "Audit log", "操作记录"),
        ("account", "Your account", "我的账号"),
        ("time", "Time", "时间"),
        ("number", "Number", "编号"),
        ("since", "since", "自"),
        ("choose", "Choose", "选择"),

        ("fault.forbidden", "You may not open this", "您没有权限"),
        (
            "fault.forbidden.help", "Your role does not include this page. Ask an admin if you need it.",
            "您的角色不能打开这个页面。如有需要，请联系管理员。"
        ),
        ("fault.stale", "This page is out of date", "页面已过期"),
        (
            "fault.stale.help", "Nothing was changed. Go back, load the page again, and try once more.",
            "没有做任何更改。请返回，刷新页面后再试一次。"
        ),
        ("fault.missing", "There is nothing here", "这里没有内容"),
        (
            "fault.missing.help", "It may have been dealt with already. Nothing was changed.",
            "可能已经有人处理过了。没有做任何更改。"
        ),
        ("fault.noInvitation", "This link is no longer good", "链接已失效"),
        (
            "fault.noInvitation.help", "Each link works once and for a limited time. Ask an admin for a new one.",
            "每个链接只能用一次，并且有期限。请向管理员要一个新链接。"
        ),
        ("fault.crowded", "Too many attempts", "尝试次数太多"),
        ("fault.crowded.help", "Wait a minute, then try again.", "请等一分钟再试。"),
        ("fault.unavailable", "This cannot be shown now", "暂时无法显示"),
        (
            "fault.unavailable.help", "The database did not answer. Try again in a moment; the log says more.",
            "数据库没有响应。请稍后再试；详情见日志。"
        ),
        ("toSignIn", "Sign in", "登录"),
        ("toHome", "Back to Today", "回到“今天”"),
    ]
}
