namespace HyperTune.Tests;

/// <summary>A function of vectors with its derivatives by their values, and a study of it.</summary>
internal sealed record DifferentiatedFunction(TestSpace Space, Func<double[], double> Value, Func<double[], double[]> Gradient)
{
    /// <summary>Squares of the distances from a place, on the parameters' own scales; the derivatives are those by the values.</summary>
    public static DifferentiatedFunction Bowl(TestSpace space, params double[] place) => new(
        space,
        vector => space.Parameters.Sum(parameter => double.IsNaN(vector[parameter.Index]) ? 0 : Square(Distance(parameter, vector, place))),
        vector => [.. space.Parameters.Select(parameter => parameter.Distribution.IsContinuous && !double.IsNaN(vector[parameter.Index])
            ? 2 * Distance(parameter, vector, place) / parameter.Distribution.UnitSlope(parameter.Distribution.ToUnit(vector[parameter.Index]))
            : double.NaN)]);

    public TrialOutcome Outcome(double[] vector) => TrialOutcome.Completed(Value(vector)).WithGradient(new VectorGradient(Gradient(vector)));

    public StudyResult<double[]> Run(int trials, GradientOptions? options = null, StudyOptions? study = null, OptimizationDirection direction = OptimizationDirection.Minimize)
        => new Study<double[]>(Space, direction, (study ?? Studies.Seeded) with { Strategy = Strategy.Gradient(options ?? new GradientOptions()) })
            .Run((vector, _) => Outcome(vector), trials);

    /// <summary>A trial as a strategy is told of it.</summary>
    public TrialResult Result(int number, double[] vector)
    {
        double[] gradient = Gradient(vector);
        return new TrialResult
        {
            Number = number,
            Vector = vector,
            State = TrialState.Completed,
            Values = new[] { Value(vector) },
            Gradient = (double[])[.. Space.Parameters.Select(parameter => gradient[parameter.Index] * parameter.Distribution.UnitSlope(parameter.Distribution.ToUnit(vector[parameter.Index])))],
        };
    }

    private static double Distance(Parameter parameter, double[] vector, double[] place) => parameter.Distribution.ToUnit(vector[parameter.Index]) - place[parameter.Index];

    private static double Square(double value) => value * value;
}

/// <summary>Derivatives by the values of a vector.</summary>
internal sealed class VectorGradient(double[] derivatives) : IGradient<double[]>
{
    public void WriteTo(Span<double> vector) => derivatives.CopyTo(vector);
}
