extension Texts {
    /// How channels are.
    static let channelTexts: [(key: String, english: String, chinese: String)] = [
        (
            "channelsHelp",
            "Turns, refusals and the last moments are since the gateway started; what is sent, of the last 24 hours.",
            "轮次、拒绝数和最近时间从网关启动时算起；已发送为最近 24 小时。"
        ),
        ("health", "Health", "状况"),
        ("health.ok", "ok", "正常"),
        ("health.degraded", "degraded", "有问题"),
        ("health.down", "down", "中断"),
        ("health.missing", "not set up", "未设置"),
        ("health.failing", "%1 attempts in a row failed", "连续 %1 次发送失败"),
        ("health.failures", "%1 of the last %2 attempts failed", "最近 %2 次发送中 %1 次失败"),
        ("health.late", "a message waits for %1 minutes", "有短信等待了 %1 分钟"),
        ("health.silent", "nothing came in for %1 minutes", "%1 分钟没有收到消息"),
        ("failure.refused", "refused", "被拒绝"),
        ("failure.failed", "failed", "失败"),
        ("failure.account", "the account is not accepted", "账户不被接受"),
        ("failure.no answer", "no answer", "没有回应"),
        ("sentLately", "Sent in 24 hours", "24 小时内已发送"),
        ("lastFailure", "Last failure", "最近一次失败"),
        ("lastTaken", "Last sent", "最近发送"),
        ("lastHeard", "Last heard", "最近收到"),
        ("allMessages", "All messages", "所有短信"),
        ("noMessages", "No message is like that.", "没有符合条件的短信。"),
        ("stage.waiting", "waiting", "等待发送"),
        ("stage.sent", "sent", "已发送"),
        ("stage.dead", "given up", "已放弃"),
        ("nextTry", "Next try", "下次发送"),
        ("settled", "Settled", "完成时间"),
        ("retryChannel", "Send all that this channel failed to send", "重新发送这个通道未送出的短信"),
        (
            "retryChannelHelp",
            "What is too late by now, or was given up for another reason than the channel's, stays.",
            "已过期或因其他原因放弃的短信不会重新发送。"
        ),
        ("triedBefore", "tried before", "发送过"),
    ]
}
