namespace HyperTune.Numerics;

/// <summary>A function to minimize whose gradient costs more than its value.</summary>
internal interface IDifferentiableFunction
{
    /// <summary>The value at a point; positive infinity or not a number where the function is not defined.</summary>
    double Evaluate(ReadOnlySpan<double> point);

    /// <summary>Writes the gradient at the point that was evaluated last.</summary>
    void WriteGradient(Span<double> gradient);
}
