/// What a route answers: the status to nobody, and to each role.
struct AccessRow: Sendable {
    let route: String
    let nobody: Int
    let viewer: Int
    let support: Int
    let `operator`: Int
    let admin: Int

    init(_ route: String, _ nobody: Int, _ viewer: Int, _ support: Int, _ operator: Int, _ admin: Int) {
        self.route = route
        self.nobody = nobody
        self.viewer = viewer
        self.support = support
        self.operator = `operator`
        self.admin = admin
    }
}
