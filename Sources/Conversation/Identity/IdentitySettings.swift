/// How a pack makes sure that a number is still hers.
package struct IdentitySettings: Hashable, Sendable {
    /// The longest silence a pack may allow, in days: after 90, networks in the countries we know of give a number to
    /// someone else, some sooner.
    package static let longestSilence = 90
    /// The most days a pack may allow for an objection: a claim cannot be undone for longer.
    package static let longestObjection = 30

    /// Seconds of silence after which a number is unverified.
    package let unverifiedAfter: Int
    /// The person fields that are asked for, in this order, to tell her from a stranger.
    package let check: [String]
    /// Wrong answers after which no more are taken for a while.
    package let tries: Int
    /// Seconds of that while, the first time; each further time it is twice as long.
    package let lock: Int
    /// Days for which a claim code is good.
    package let codeDays: Int
    /// The most people who may use one phone.
    package let people: Int
    /// Days for which a number may object to a claim that it was told of.
    package let objectionDays: Int

    package init(
        unverifiedAfter: Int = 60 * 86_400, check: [String] = [], tries: Int = 3, lock: Int = 86_400,
        codeDays: Int = 7, people: Int = 4, objectionDays: Int = 3
    ) {
        self.unverifiedAfter = unverifiedAfter
        self.check = check
        self.tries = tries
        self.lock = lock
        self.codeDays = codeDays
        self.people = people
        self.objectionDays = objectionDays
    }

    /// How long nothing is taken after the tries ran out so many times, in seconds; 64 times the first while at most.
    package func lock(after times: Int) -> Int64 {
        Int64(lock) << Int64(min(max(times - 1, 0), 6))
    }
}
