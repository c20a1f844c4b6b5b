extension GuaranteeModel {
    /// The tree of the template, with the parameters as names.
    ///
    /// Not every template is written yet.
    public func tree(of model: GameModel) -> GameModel.Node {
        .payoff([:], Basis())
    }
}
