using System.Globalization;

namespace HyperTune.Generators.Tests;

/// <summary>What holds for every generated space.</summary>
internal static class SpaceLaws
{
    public static void AssertHold(ISpaceDriver driver, ulong seed = 1, int draws = 50)
    {
        AssertParametersAreOrdered(driver.Space);
        AssertDefaultIsAllowed(driver);
        var random = new RandomStream(seed);
        double[] vector = new double[driver.Space.DimensionCount];
        for (int i = 0; i < draws; i++)
        {
            // A vector is drawn without regard to constraints.
            driver.Space.SampleVector(ref random, vector);
            if (driver.Space.FindViolatedConstraint(vector) is null)
            {
                AssertRoundTrips(driver, vector);
            }
        }
    }

    /// <summary>A vector of the space, its config, the config's vector and the config's JSON all say the same.</summary>
    public static void AssertRoundTrips(ISpaceDriver driver, double[] vector)
    {
        Assert.True(driver.Space.Contains(vector), $"Drawn, but not in the space: {Text(vector)}");
        object config = driver.Decode(vector);
        double[] encoded = driver.Encode(config);

        // The config's types may be coarser than double: float, decimal of fifteen digits, ticks. Its own vector is exact.
        Assert.True(driver.Space.Contains(encoded), $"Encoded, but not in the space: {Text(encoded)} from {Text(vector)}");
        Assert.Equal(encoded, driver.Encode(driver.Decode(encoded)));
        Assert.Equal(vector.Select(double.IsNaN), encoded.Select(double.IsNaN));
        Assert.All(
            vector.Zip(encoded, driver.Space.Parameters),
            static entry => Assert.True(IsClose(entry.First, entry.Second, entry.Third.ValueType), $"{entry.First:R} became {entry.Second:R}"));
        Assert.Empty(driver.Validate(config));
        string json = driver.ToJson(config);
        Assert.Equal(encoded, driver.Encode(driver.FromJson(json)));
        Assert.Equal(json, driver.ToJson(driver.FromJson(json)));
    }

    private static void AssertParametersAreOrdered(SearchSpace space)
    {
        Assert.Equal(Enumerable.Range(0, space.DimensionCount), space.Parameters.Select(static parameter => parameter.Index));
        Assert.Equal(space.DimensionCount, space.Parameters.Select(static parameter => parameter.Name).Distinct().Count());
        Assert.All(space.Parameters, parameter => Assert.True((parameter.Condition?.Parent.Index ?? -1) < parameter.Index));
        Assert.All(space.Parameters, static parameter => Assert.NotEmpty(parameter.ToString()));
    }

    private static void AssertDefaultIsAllowed(ISpaceDriver driver)
    {
        object config = driver.Default;
        Assert.Empty(driver.Validate(config));
        double[] vector = driver.Encode(config);
        Assert.True(driver.Space.Contains(vector), Text(vector));
        foreach (Parameter parameter in driver.Space.Parameters)
        {
            Assert.True(parameter.Distribution.Contains(parameter.DefaultValue), parameter.ToString());
            if (parameter.IsActive(vector))
            {
                Assert.Equal(vector[parameter.Index], parameter.DefaultValue);
            }
        }
    }

    private static bool IsClose(double a, double b, Type type)
        => (double.IsNaN(a) && double.IsNaN(b)) || Math.Abs(a - b) <= (type == typeof(Half) || type == typeof(Half?) ? 1e-3 : 1e-6) * Math.Max(1, Math.Abs(a));

    private static string Text(double[] vector) => string.Join(", ", vector.Select(static value => value.ToString("R", CultureInfo.InvariantCulture)));
}
