using HyperTune.Benchmarks;

namespace HyperTune.Tests;

public sealed class CommandLineTests
{
    [Theory]
    [InlineData("speed", "There is no benchmark 'speed'. There are quality, overhead, folds, multiobjective, constrained, reproducible; --help describes them.")]
    [InlineData("quality --sizes 3", "'quality' has no option '--sizes'")]
    [InlineData("quality --seeds many", "The option '--seeds' needs a positive integer, not 'many'.")]
    [InlineData("quality --seeds", "The option '--seeds' needs a value: count.")]
    [InlineData("quality --problems sphere", "'sphere' is no value of '--problems'. There are branin,")]
    [InlineData("quality --choice-seeds 3", "Seeds for a choice need a strategy to judge: --judge.")]
    [InlineData("quality --judge genetic", "'genetic' is no value of '--judge'. There are random, sobol, bayesian, tpe, auto.")]
    [InlineData("quality --strategy tpe --judge tpe", "'tpe' is judged beside other strategies")]
    [InlineData("quality --judge tpe --seeds 5 --choice-first-seed 4", "Seeds of the choice must not be among the judged ones.")]
    public void Mistakes_are_named(string line, string message)
    {
        (int code, _, string error) = Run(line);
        Assert.Equal(2, code);
        Assert.StartsWith(message, error, StringComparison.Ordinal);
    }

    [Fact]
    public void Help_lists_every_benchmark()
    {
        (int code, string output, _) = Run("--help");
        Assert.Equal(0, code);
        Assert.Contains("quality:", output, StringComparison.Ordinal);
        Assert.Contains("overhead:", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Quality_prints_a_row_for_each_problem_and_the_tally()
    {
        (int code, string output, string progress) = Run("quality --strategy random --problems branin,cond_opt --seeds 2 --variants original,shifted");
        Assert.Equal(0, code);
        Assert.Equal(2, output.Split('\n').Count(static row => row.StartsWith("| branin |", StringComparison.Ordinal)));
        Assert.Equal(2, output.Split('\n').Count(static row => row.StartsWith("| cond_opt |", StringComparison.Ordinal)));
        Assert.Contains("Won / tied / lost against random", output, StringComparison.Ordinal);
        Assert.Contains("8/8 (100 %)", progress, StringComparison.Ordinal);
    }

    [Fact]
    public void Quality_judges_one_strategy_by_the_best_other_one()
    {
        (int code, string output, _) = Run("quality --strategy sobol,random --problems branin,hartmann6 --seeds 3 --trials 20 --judge sobol --choice-seeds 2");
        Assert.Equal(0, code);
        Assert.Contains("### sobol against the best other strategy", output, StringComparison.Ordinal);
        Assert.Contains("on the seeds 3 to 4,", output, StringComparison.Ordinal);
        Assert.Contains("| hartmann6 original |", output, StringComparison.Ordinal);
        Assert.Contains("of 2 at p < 0.01 after Holm", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Folds_prints_a_row_for_each_pruner()
    {
        (int code, string output, _) = Run("folds --strategy random --seeds 2 --trials 4");
        Assert.Equal(0, code);
        Assert.Contains("| random | none |", output, StringComparison.Ordinal);
        Assert.Contains("| random | Wilcoxon, folds as progress |", output, StringComparison.Ordinal);
        Assert.Contains("| random | Wilcoxon, folds as instances |", output, StringComparison.Ordinal);
        Assert.Contains("| 20 | 0 |", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Constrained_prints_a_row_for_each_problem()
    {
        (int code, string output, _) = Run("constrained --strategy random --seeds 2 --trials 20");
        Assert.Equal(0, code);
        Assert.Equal(DiskProblem.All.Count, output.Split('\n').Count(static row => row.Contains("| random |", StringComparison.Ordinal)));
    }

    [Fact]
    public void Reproducible_prints_regrets_and_times()
    {
        (int code, string output, _) = Run("reproducible --strategy random --problems branin --seeds 2 --trials 20");
        Assert.Equal(0, code);
        Assert.Contains("| random | branin |", output, StringComparison.Ordinal);
        Assert.Contains("| exponential |", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Multiobjective_prints_a_row_for_each_problem()
    {
        (int code, string output, _) = Run("multiobjective --strategy random --problem ZDT1,BNH --seeds 2 --trials 20");
        Assert.Equal(0, code);
        Assert.Contains("| ZDT1 | random |", output, StringComparison.Ordinal);
        Assert.Contains("| BNH | random |", output, StringComparison.Ordinal);
    }

    private static (int Code, string Output, string Error) Run(string line)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        int code = HyperTune.Benchmarks.CommandLine.Run([new QualityCommand(), new OverheadCommand(), new FoldsCommand(), new FrontsCommand(), new ConstrainedCommand(), new ReproducibleCommand()], line.Split(' '), output, error);
        return (code, output.ToString(), error.ToString());
    }
}
