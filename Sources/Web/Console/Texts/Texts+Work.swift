extension Texts {
    /// Records, messages and channels.
    static let work: [(key: String, english: String, chinese: String)] = [
        ("claimsWaiting", "Records asked for", "请求找回的档案"),
        ("messagesDead", "Messages given up", "未送出的短信"),
        ("messagesWaiting", "Messages waiting", "等待发送的短信"),
        ("served", "Served now", "当前内容"),

        ("wishes", "People who ask for their record", "请求找回档案的人"),
        ("noWishes", "Nobody waits.", "没有人在等。"),
        (
            "wishesHelp",
            "Call her first and make sure that she is who she says. Her old number is told by SMS when you approve.",
            "请先打电话确认她的身份。批准后，她的旧号码会收到短信通知。"
        ),
        ("case", "Case", "个案"),
        ("asks", "Asks", "请求人"),
        ("asksFor", "For", "要找回"),
        ("record", "Record", "档案"),
        ("noRecord", "Her old number never had a record: it can only be refused.", "她的旧号码没有档案，只能拒绝。"),
        (
            "severalRecords", "Several people used her old number. Ask her which record is hers.",
            "有几个人用过这个旧号码。请问清哪个是她的。"
        ),
        ("whichRecord", "Which record is hers?", "哪个档案是她的？"),
        ("sureClaim", "I have spoken with her and am sure that the record is hers.", "我已和她通话，确认档案是她的。"),
        ("approve", "Bring her the record", "批准找回"),
        ("refuse", "Refuse", "拒绝"),
        ("claimsDone", "Records that came to another number", "已转到新号码的档案"),
        ("noClaims", "None yet.", "还没有。"),
        ("tookIn", "Took in", "并入"),
        ("by", "By", "方式"),
        ("state", "State", "状态"),
        ("undone", "undone", "已撤销"),
        ("undo", "Undo", "撤销"),
        (
            "undoHelp", "Both records go back to what they were. What was answered since is lost.",
            "两个档案都恢复原样。之后的回答会丢失。"
        ),
        ("undoNow", "Undo this claim", "撤销这次认领"),
        ("way.code", "code", "认领码"),
        ("way.pin", "PIN", "PIN"),
        ("way.staff", "staff", "工作人员"),
        ("done.plea-done", "The record is hers again, and she is told by SMS.", "档案已转给她，并发了短信通知。"),
        ("done.plea-unknown", "This was decided already.", "这个请求已经处理过了。"),
        ("done.plea-missing", "Her old number had no such record. Nothing was changed.", "旧号码没有这个档案。没有做任何更改。"),
        ("done.plea-several", "Say whose record it is. Nothing was changed.", "请选择哪个档案是她的。没有做任何更改。"),
        (
            "done.plea-overtaken",
            "She has brought a record herself, or the number changed hands. Nothing was changed.",
            "她已自己找回档案，或号码已换人。没有做任何更改。"
        ),
        ("done.refused", "Refused, and she is told by SMS.", "已拒绝，并发了短信通知。"),
        ("done.notSure", "Nothing was changed: make sure first that the record is hers.", "没有做任何更改：请先确认档案是她的。"),
        ("done.undo-done", "Both records are as they were.", "两个档案都已恢复原样。"),
        ("done.undo-unknown", "There is no such claim, or it was undone before.", "没有这次认领，或已撤销过。"),
        ("done.undo-late", "It is more than 30 days ago and can no longer be undone.", "已超过 30 天，不能撤销。"),
        (
            "done.undo-overtaken", "Something later happened to these records or to the number: undo that first.",
            "之后这些档案或号码又有变动：请先撤销后来的变动。"
        ),

        ("noDead", "No message was given up.", "没有未送出的短信。"),
        (
            "outboxHelp",
            "Mend the cause first, then let the messages go once more. Neither texts nor numbers are shown.",
            "请先排除原因，再重新发送。这里不显示短信内容和号码。"
        ),
        ("channel", "Channel", "通道"),
        ("reason", "Reason", "原因"),
        ("attempts", "Attempts", "次数"),
        ("written", "Written", "写入"),
        ("givenUp", "Given up", "放弃"),
        ("retryChosen", "Send the chosen ones", "发送选中的"),
        ("retryListed", "Send all listed", "发送全部"),
        ("done.retried", "They are on their way once more.", "正在重新发送。"),
        ("done.nothingRetried", "No message was chosen, or they are on their way already.", "没有选中短信，或已在发送中。"),
        (
            "done.noChannel", "No channel that sends SMS is set up. Nothing was changed.",
            "没有可以发送短信的通道。没有做任何更改。"
        ),
        ("dead.refused", "refused by the provider", "服务商拒绝"),
        ("dead.exhausted", "every attempt failed", "多次尝试均失败"),
        ("dead.expired", "too late to be of use", "已过期"),
        ("dead.opted out", "she wants no messages", "她不想收短信"),
        ("dead.looping", "two machines answer each other", "两台机器互相回复"),
        ("dead.unverified", "the number may be someone else's", "号码可能已换人"),
        ("dead.overtaken", "the conversation went on without it", "对话已继续，不再发送"),
        ("dead.no channel", "its channel is not set up any more", "所用通道已停用"),
        ("dead.moved", "the number leads to someone else", "号码已属于别人"),

        ("kind", "Kind", "类型"),
        ("provider", "Provider", "服务商"),
        ("turns", "Turns", "对话轮次"),
        ("rejected", "Refused or failed", "拒绝或失败"),
        ("simulator", "simulator", "模拟"),
    ]
}
