namespace HyperTune.Simulation;

/// <summary>The curves of one simulation's trials.</summary>
internal interface ICurveSource<T>
{
    /// <summary>The strategy that the simulated study uses.</summary>
    Strategy Strategy { get; }

    /// <summary>The curve of a trial that has started, and its row in the table.</summary>
    (LearningCurve Curve, int? Row) CurveOf(Trial<T> trial);
}
