extension Channel {
    /// The URL that a provider calls for a route; nil when the channel has no public URL.
    package func publicURL(route: String) -> String? {
        guard let publicBaseURL else { return nil }
        return "\(publicBaseURL)/in/\(Percent.encode(id))/\(route)".addingQuery("token", gate.pathToken)
    }

    /// The URL that a provider called, as it signed it.
    func publicURL(of request: HTTPRequest) -> String {
        (publicBaseURL ?? "") + request.target
    }
}
