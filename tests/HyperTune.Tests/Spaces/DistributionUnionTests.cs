namespace HyperTune.Tests.Spaces;

public sealed class DistributionUnionTests
{
    [Theory]
    [InlineData("uniform(0,1,0)", "uniform(0.5,2,0)", "uniform(0,2,0)")]
    [InlineData("uniform(0,10,0)", "uniform(1,2,0)", "uniform(0,10,0)")]
    [InlineData("uniform(1,8,1)", "uniform(4,16,1)", "uniform(1,16,1)")]
    [InlineData("uniform(16,64,16)", "uniform(32,128,16)", "uniform(16,128,16)")]
    [InlineData("uniform(16,64,16)", "uniform(20,100,20)", "uniform(16,100,1)")]
    [InlineData("uniform(0,1,0.25)", "uniform(0.1,1.1,0.5)", "uniform(0,1.1,0)")]
    [InlineData("uniform(1,8,1)", "uniform(0,2,0)", "uniform(0,8,0)")]
    [InlineData("loguniform(0.001,0.1,0)", "loguniform(0.01,1,0)", "loguniform(0.001,1,0)")]
    [InlineData("loguniform(1,10,1)", "loguniform(5,100,1)", "loguniform(1,100,1)")]
    [InlineData("uniform(0,1,0)", "loguniform(0.1,1,0)", "loguniform(0.1,1,0)")]
    [InlineData("choice(1:a,1:b)", "choice(1:b,1:a)", "choice(1:a,1:b)")]
    [InlineData("choice(1:b)", "choice(1:a,1:b)", "choice(1:a,1:b)")]
    [InlineData("choice(1:a,1:b)", "choice(1:b)", "choice(1:a,1:b)")]
    [InlineData("choice(1:c)", "choice(1:a,1:b)", "choice(1:a,1:b,1:c)")]
    [InlineData("choice(4:0.03)", "uniform(0,1,0)", "uniform(0,1,0)")]
    [InlineData("uniform(0,1,0)", "choice(4:0.03)", "uniform(0,1,0)")]
    public void Union_has_the_values_of_both(string earlier, string later, string union)
        => Assert.Equal(union, DistributionUnion.Of(DistributionText.Parse(earlier), DistributionText.Parse(later)).Canonical);
}
