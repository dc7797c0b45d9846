namespace HyperTune.Simulation;

/// <summary>A table of curves.</summary>
internal sealed class TabulatedCurves<T> : LearningCurves<T>
{
    private readonly RowCoordinates _coordinates;
    private readonly LearningCurve[] _curves;
    private readonly double[] _losses;

    public TabulatedCurves(SearchSpace<T> space, OptimizationDirection direction, IReadOnlyList<(double[] Vector, LearningCurve Curve)> rows)
        : base(space, direction)
    {
        _coordinates = new RowCoordinates(space, [.. rows.Select(static row => row.Vector)]);
        _curves = [.. rows.Select(static row => row.Curve)];
        _losses = [.. _curves.Select(curve => ToLoss(curve.Final)).Order()];
    }

    public override int? Count => _curves.Length;

    public override int? RankOf(double value)
    {
        double loss = ToLoss(value);
        int better = 0;
        while (better < _losses.Length && _losses[better] < loss)
        {
            better++;
        }

        return better + 1;
    }

    internal override ICurveSource<T> Start(Strategy strategy, int? trialBudget) => new Source(new TableStrategy(strategy, _coordinates, trialBudget), _curves);

    private double ToLoss(double value) => Direction == OptimizationDirection.Maximize ? -value : value;

    private sealed class Source(TableStrategy strategy, LearningCurve[] curves) : ICurveSource<T>
    {
        public Strategy Strategy => strategy;

        public (LearningCurve Curve, int? Row) CurveOf(Trial<T> trial)
        {
            int row = strategy.RowOf(trial.Number);
            return (curves[row], row);
        }
    }
}
