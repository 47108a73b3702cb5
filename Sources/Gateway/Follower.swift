import Storage

/// Who waits on USSD for what comes of questions to other systems.
struct Follower: Sendable {
    /// Whether somebody still waits; asked just before an answer is kept, for what follows is seen or not by it.
    let isAwaited: @Sendable () -> Bool
    /// Another question was kept, and with it what may be said meanwhile.
    let waits: @Sendable (Settlement) -> Void
}
