/// How a group of changes is written.
enum Company {
    /// While nobody else writes.
    case alone
    /// While others may write who are about somebody else.
    case beside
}
