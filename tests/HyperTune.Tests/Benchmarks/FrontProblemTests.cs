using HyperTune.Benchmarks;
using HyperTune.Numerics.Pareto;

namespace HyperTune.Tests;

/// <summary>The problems with several objectives.</summary>
public sealed class FrontProblemTests
{
    private const int Draws = 5000;

    public static TheoryData<string> Names => [.. FrontProblem.All.Select(static problem => problem.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Default_is_no_head_start(string name)
    {
        FrontProblem problem = FrontProblem.All.Single(problem => problem.Name == name);
        (double[] losses, _) = problem.Evaluate([.. problem.Space.Parameters.Select(static parameter => parameter.DefaultValue)]);
        var random = new RandomStream(3);
        double[] vector = new double[problem.Space.DimensionCount];
        bool isBeaten = false;
        for (int i = 0; i < Draws; i++)
        {
            problem.Space.SampleVector(ref random, vector);
            (double[] drawn, double[] excess) = problem.Evaluate(vector);
            isBeaten |= Array.TrueForAll(excess, static value => value <= 0) && Domination.Dominates(drawn, losses);
        }

        Assert.True(isBeaten);
    }

    // Seeds whose studies stayed in one of the four parts before suggestions left the limits aside, at volumes of 9.6 and 9.8.
    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    public void Bayesian_finds_more_than_one_part_of_the_allowed_region(ulong seed)
    {
        FrontProblem problem = FrontProblem.All.Single(static problem => problem.Name == "C2-DTLZ2");
        FrontStudy study = FrontStudy.Run(new StrategyTuner(Strategy.Bayesian(), problem, 100, seed), problem, 100);
        Assert.True(study.Volume > 12, $"{study.Volume}");
    }
}
