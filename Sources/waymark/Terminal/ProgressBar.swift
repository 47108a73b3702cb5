import Foundation

/// A bar that grows while something long is done, on a terminal only.
final class ProgressBar {
    private static let width = 30
    /// A shorter wait needs no bar.
    private static let patience = Duration.milliseconds(500)

    private let name: String
    private let clock = ContinuousClock()
    private let start: ContinuousClock.Instant
    private var shown = -1

    init(_ name: String) {
        self.name = name
        start = clock.now
    }

    /// Shows how much is done, from 0 to 1; the end takes the bar away.
    func show(_ part: Double) {
        let percent = Int(part * 100)
        guard percent != shown, part == 1 ? shown >= 0 : clock.now - start > Self.patience else { return }
        shown = percent
        let done = Int(part * Double(Self.width))
        let bar = String(repeating: "#", count: done) + String(repeating: ".", count: Self.width - done)
        Terminal.errors.progress(part == 1 ? "" : "\(name) [\(bar)] \(percent)%")
    }
}
