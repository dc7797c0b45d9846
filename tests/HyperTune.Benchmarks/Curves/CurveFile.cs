using System.Globalization;

namespace HyperTune.Benchmarks;

/// <summary>
/// Learning curves as text: a line of names, and a line of numbers for each config, its vector and then its values. Values have five digits, which is more than
/// trainings repeat on other machines.
/// </summary>
internal static class CurveFile
{
    /// <summary>Writes curves.</summary>
    public static void Write(TextWriter writer, SearchSpace space, IReadOnlyList<(double[] Vector, double[] Curve)> rows)
    {
        writer.Write(string.Join(',', space.Parameters.Select(static parameter => parameter.Name).Concat(rows[0].Curve.Select(static (_, step) => $"v{step}"))));
        writer.Write('\n');
        foreach ((double[] vector, double[] curve) in rows)
        {
            writer.Write(string.Join(
                ',',
                vector.Select(static value => value.ToString("R", CultureInfo.InvariantCulture)).Concat(curve.Select(static value => value.ToString("G5", CultureInfo.InvariantCulture)))));
            writer.Write('\n');
        }
    }

    /// <summary>The curves of a file that this program carries.</summary>
    /// <param name="name">The file's name.</param>
    /// <param name="space">The space that its configs are of.</param>
    public static LearningCurves<T> Load<T>(string name, SearchSpace<T> space)
    {
        using Stream file = typeof(CurveFile).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The resource '{name}' is missing from this build.");
        using var reader = new StreamReader(file);
        return LearningCurves.Table(space, OptimizationDirection.Minimize, Read(reader, space));
    }

    private static List<(T Config, LearningCurve Curve)> Read<T>(StreamReader reader, SearchSpace<T> space)
    {
        reader.ReadLine();
        var rows = new List<(T, LearningCurve)>();
        while (reader.ReadLine() is { } line)
        {
            double[] numbers = [.. line.Split(',').Select(static number => double.Parse(number, CultureInfo.InvariantCulture))];
            rows.Add((space.Decode(numbers.AsSpan(0, space.DimensionCount)), new LearningCurve(numbers.Skip(space.DimensionCount))));
        }

        return rows;
    }
}
