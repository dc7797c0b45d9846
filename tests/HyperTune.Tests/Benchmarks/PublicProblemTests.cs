using System.Text.Json;
using HyperTune.Benchmarks;

namespace HyperTune.Tests;

public sealed class PublicProblemTests
{
    private const double RelativeTolerance = 1e-12;

    private static readonly JsonDocument Checks = JsonDocument.Parse(
        typeof(PublicProblemTests).Assembly.GetManifestResourceStream("problem-checks.json")!);

    public static TheoryData<string> Names => [.. PublicProblems.Names];

    [Fact]
    public void Problems_cover_the_whole_suite()
        => Assert.Equal(Checks.RootElement.EnumerateObject().Select(static problem => problem.Name).Order(), PublicProblems.Names.Order());

    [Theory]
    [MemberData(nameof(Names))]
    public void Value_at_check_points_is_the_published_one(string name)
    {
        Problem problem = Find(name);
        foreach (JsonElement check in Checks.RootElement.GetProperty(name).GetProperty("checks").EnumerateArray())
        {
            double[] vector = Vector(problem.Space, check.GetProperty("at"));
            double expected = check.GetProperty("value").GetDouble();
            Assert.InRange(problem.Evaluate(vector), expected - Math.Abs(expected * RelativeTolerance), expected + Math.Abs(expected * RelativeTolerance));
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Optimum_trials_and_noise_are_the_published_ones(string name)
    {
        Problem problem = Find(name);
        JsonElement facts = Checks.RootElement.GetProperty(name);
        Assert.Equal(facts.GetProperty("optimum").GetDouble(), problem.Optimum, 1e-12);
        Assert.Equal(facts.GetProperty("trials").GetInt32(), problem.Trials);
        Assert.Equal(facts.GetProperty("noise").GetDouble(), problem.NoiseStandardDeviation);
    }

    [Theory]
    [InlineData(0, 0, 0.7181171894435597)]
    [InlineData(0, 1, -0.9699007377691696)]
    [InlineData(1, 0, 0.03694128326853561)]
    [InlineData(7, 99, -0.03934369824831007)]
    [InlineData(9, 50, -1.6640349144483504)]
    public void Noise_is_the_published_one(ulong seed, ulong trial, double expected)
        => Assert.Equal(expected, ObservationNoise.Gauss(seed, trial), 1e-12);

    [Fact]
    public void Value_at_the_known_optimum_of_mixed_problems_is_the_optimum()
    {
        var gelu = new MlpConfig(Math.Pow(10, -2.98), Math.Pow(10, -3.8), 2, 512, 0.15, 64, MlpActivation.Gelu, MlpOptimizer.Adam);
        Assert.Equal(0.08, MlpProblem.Evaluate(gelu, MlpConstants.Published), 1e-12);
        var rmsProp = new CondConfig(new CondOptimizer.RmsProp(Math.Pow(10, -3.6), 0.95), 6, Math.Pow(10, -3.9));
        double[] vector = new double[CondConfig.Space.DimensionCount];
        CondConfig.Space.Encode(rmsProp, vector);
        Assert.Equal(0.09, Find("cond_opt").Evaluate(vector), 1e-12);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Variants_have_their_optimum_and_nothing_below(string name)
    {
        foreach (Variant variant in Enum.GetValues<Variant>())
        {
            for (ulong seed = 0; seed < 5; seed++)
            {
                if (Find(name).CreateVariant(variant, seed) is { } problem)
                {
                    Assert.All(Draws(problem.Space, 300, seed), vector => Assert.True(problem.Evaluate(vector) >= problem.Optimum));
                    Assert.True(LocalMinimum(problem, seed) >= problem.Optimum - 1e-9);
                }
            }
        }
    }

    [Theory]
    [InlineData(Variant.Shifted)]
    [InlineData(Variant.Rotated)]
    public void Moved_problem_has_its_optimum_anywhere_in_the_central_part(Variant variant)
    {
        var places = new List<double>();
        for (ulong seed = 0; seed < 40; seed++)
        {
            Problem problem = Find("rosenbrock5").CreateVariant(variant, seed)!;
            double[] place = [.. problem.Place!];
            Assert.Equal(0, problem.Evaluate(place), 1e-9);
            places.AddRange(place.Select(static x => (x + 5) / 15));
        }

        Assert.All(places, static place => Assert.InRange(place, 0.05, 0.95));
        Assert.True(places.Min() < 0.1 && places.Max() > 0.9);
    }

    [Fact]
    public void Variant_of_the_same_seed_is_the_same()
    {
        double[] vector = Draws(Find("levy8").Space, 1, 3).Single();
        double first = Find("levy8").CreateVariant(Variant.Rotated, 5)!.Evaluate(vector);
        Assert.Equal(first, Find("levy8").CreateVariant(Variant.Rotated, 5)!.Evaluate(vector));
        Assert.NotEqual(first, Find("levy8").CreateVariant(Variant.Rotated, 6)!.Evaluate(vector));
    }

    private static Problem Find(string name) => PublicProblems.All.Single(problem => problem.Name == name);

    private static double[] Vector(SearchSpace space, JsonElement values)
    {
        double[] vector = [.. Enumerable.Repeat(double.NaN, space.DimensionCount)];
        foreach (JsonProperty value in values.EnumerateObject())
        {
            vector[space.FindParameter(value.Name)!.Index] = value.Value.GetDouble();
        }

        return vector;
    }

    private static IEnumerable<double[]> Draws(SearchSpace space, int count, ulong seed)
    {
        for (int i = 0; i < count; i++)
        {
            double[] vector = new double[space.DimensionCount];
            var random = new RandomStream(seed, (ulong)i);
            space.SampleVector(ref random, vector);
            yield return vector;
        }
    }

    // Shrinking random steps from the best draw.
    private static double LocalMinimum(Problem problem, ulong seed)
    {
        double[] best = Draws(problem.Space, 100, seed).MinBy(vector => problem.Evaluate(vector))!;
        double value = problem.Evaluate(best);
        var random = new RandomStream(seed, 1_000);
        for (double step = 0.2; step > 1e-4; step *= 0.99)
        {
            double[] next = [.. best];
            foreach (Parameter parameter in problem.Space.Parameters)
            {
                ref double coordinate = ref next[parameter.Index];
                if (!double.IsNaN(coordinate) && !parameter.Distribution.IsCategorical)
                {
                    coordinate = parameter.Distribution.FromUnit(Math.Clamp(parameter.Distribution.ToUnit(coordinate) + (step * random.NextNormal()), 0, 1));
                }
            }

            double nextValue = problem.Evaluate(next);
            if (nextValue < value)
            {
                (best, value) = (next, nextValue);
            }
        }

        return value;
    }
}
