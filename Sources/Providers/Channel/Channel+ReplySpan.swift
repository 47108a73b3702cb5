extension Channel {
    /// How long a USSD screen may take: what the provider allows, less a quarter of it but at most a second, for the way
    /// there and back. Nil where the adapter's file says nothing of it, and for SMS, whose texts may come later.
    package var replySpan: Duration? {
        guard kind == .ussd, let within = adapter.limits.replyWithin else { return nil }
        return .milliseconds(within * 1_000 - min(1_000, within * 250))
    }
}
