namespace HyperTune.Tests;

/// <summary>One space of every kind, as the generator writes it, by name.</summary>
internal static class ConformanceSpaces
{
    private static readonly Dictionary<string, SearchSpace> All = new(StringComparer.Ordinal)
    {
        ["continuous"] = ContinuousConfig.Space,
        ["mixed"] = MixedConfig.Space,
        ["union"] = UnionConfig.Space,
        ["list"] = ListConfig.Space,
        ["constrained"] = ConstrainedConfig.Space,
        ["composed"] = ComposedConfig.Space,
        ["bounded"] = BoundedConfig.Space,
        ["hostile"] = HostileConfig.Space,
    };

    public static IEnumerable<string> Names => All.Keys;

    public static SearchSpace Of(string name) => All[name];

    /// <summary>A loss that depends on every active parameter, smallest away from the middle.</summary>
    public static double Loss(SearchSpace space, ReadOnlySpan<double> vector, double optimum = 0.3)
    {
        double sum = 0;
        foreach (Parameter parameter in space.Parameters)
        {
            double value = vector[parameter.Index];
            double distance = double.IsNaN(value) ? 0.2 : parameter.Distribution.ToUnit(value) - optimum;
            sum += (1 + (0.1 * parameter.Index)) * distance * distance;
        }

        return sum;
    }
}
