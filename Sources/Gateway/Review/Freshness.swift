package import Directory
package import Expressions

/// Whether what the pack says of an office or a rule can still be relied on.
package enum Freshness: String, Hashable, Sendable, CaseIterable {
    /// Nobody has compared it with its source for too long.
    case overdue
    /// It has to be compared within the next 60 days.
    case soon
    case fresh

    /// As long before its last day it is to be compared again.
    private static let notice = 60

    /// - Parameters:
    ///   - last: The last day on which it can be relied on.
    ///   - today: The day at the pack's place.
    package init(until last: CalendarDate, on today: CalendarDate) {
        if last < today {
            self = .overdue
        } else if let soon = today.adding(days: Self.notice), last < soon {
            self = .soon
        } else {
            self = .fresh
        }
    }
}

/// The offices of one kind.
package struct OfficeKind: Hashable, Sendable {
    /// An office, and until when it is shown.
    package struct Office: Hashable, Sendable {
        package let service: Service
        /// The last day on which people are sent there.
        package let until: CalendarDate
        package let freshness: Freshness
    }

    /// The name of its file.
    package let name: String
    /// Those whose last day is nearest first.
    package let offices: [Office]

    /// How many are as fresh as that.
    package func count(_ freshness: Freshness) -> Int { offices.count { $0.freshness == freshness } }

    /// How many were made up to try the service out.
    package var samples: Int { offices.count { $0.service.isSample } }
}

extension OfficeKind {
    /// Every kind of a directory, those with the most overdue offices first.
    package static func all(of directory: Directory, on today: CalendarDate) -> [OfficeKind] {
        Dictionary(grouping: directory.services, by: \.kind)
            .map { OfficeKind(name: $0, $1, months: directory.freshness, on: today) }
            .sorted { ($1.count(.overdue), $0.name) < ($0.count(.overdue), $1.name) }
    }

    private init(name: String, _ services: [Service], months: Int, on today: CalendarDate) {
        self.name = name
        offices = services.map { service in
            let until = service.checked.adding(months: months) ?? service.checked
            return Office(service: service, until: until, freshness: Freshness(until: until, on: today))
        }.sorted { ($0.until, $0.service.id) < ($1.until, $1.service.id) }
    }
}
