import Expressions
import Foundation
import Providers
import Synchronization

/// How far the clock of a gateway that is only tried out was moved ahead, so that what comes days later is seen now.
///
/// It lies in the data folder: what is kept there bears the times of this clock, which must not go back at the next start.
package final class ClockShift: Sendable {
    /// Seconds that it may be ahead at most: ten years, so that no calendar is left.
    package static let most: Int64 = 315_360_000

    private let path: String
    private let shift: Mutex<Int64>

    /// - Throws: `ClockShiftFault` where the folder's file holds no number.
    init(data folder: String) throws(ClockShiftFault) {
        path = folder + "/clock-shift"
        guard let kept = try? String(contentsOfFile: path, encoding: .utf8) else {
            shift = Mutex(0)
            return
        }
        guard let seconds = Int64(kept.prefix { !$0.isNewline }), (0...Self.most).contains(seconds) else {
            throw .unreadable(path)
        }
        shift = Mutex(seconds)
    }

    /// The shift of a gateway whose clock may be moved; nil of every other.
    static func open(_ settings: Settings, _ channels: [Channel]) throws(ClockShiftFault) -> ClockShift? {
        guard settings.phone.movesClock, channels.allSatisfy(\.isSimulator) else { return nil }
        return try ClockShift(data: settings.data)
    }

    /// Seconds that the clock is ahead.
    package var seconds: Int64 { shift.withLock { $0 } }

    /// Moves the clock ahead, once that is on disk.
    func move(by more: Int64) throws(ClockShiftFault) {
        let isTooFar = try shift.withLock { (seconds) throws(ClockShiftFault) -> Bool in
            guard more > 0, more <= Self.most - seconds else { return true }
            do {
                try Data("\(seconds + more)\n".utf8).write(to: URL(filePath: path), options: .atomic)
            } catch {
                throw .unwritable(path)
            }
            seconds += more
            return false
        }
        if isTooFar { throw .tooFar }
    }
}

/// Why the clock cannot be moved.
package enum ClockShiftFault: Error, Hashable, CustomStringConvertible {
    case unreadable(String)
    case unwritable(String)
    case tooFar

    package var description: String {
        switch self {
        case .unreadable(let path):
            "\(path) does not hold how many seconds the clock is ahead; remove it, or set 'phone.clock' to off"
        case .unwritable(let path): "\(path) cannot be written; check the permissions of the data folder"
        case .tooFar: "the clock can be moved ahead only, by ten years in all"
        }
    }
}

extension Clock {
    /// This clock, as far ahead as it is moved.
    func ahead(by shift: ClockShift) -> Clock {
        Clock { now + shift.seconds }
    }
}
