/// How benchmarks print figures.
enum Figures {
    /// A time in seconds as microseconds or milliseconds.
    static func microseconds(_ seconds: Double) -> String {
        seconds < 0.001 ? "\(rounded(seconds * 1e6, 1)) µs" : "\(rounded(seconds * 1e3, 2)) ms"
    }

    /// A number with at most so many decimals.
    static func rounded(_ number: Double, _ places: Int) -> String {
        var factor = 1.0
        for _ in 0..<places { factor *= 10 }
        let scaled = (number * factor).rounded() / factor
        return places == 0 || scaled == scaled.rounded() ? "\(Int(scaled))" : "\(scaled)"
    }
}

extension Duration {
    /// The time in seconds.
    var inSeconds: Double { Double(components.seconds) + Double(components.attoseconds) / 1e18 }
}
