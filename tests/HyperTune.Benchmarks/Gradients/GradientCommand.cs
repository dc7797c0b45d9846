using System.Globalization;

namespace HyperTune.Benchmarks;

/// <summary>What strategies gain from the derivatives of an objective.</summary>
internal sealed class GradientCommand : Command
{
    private const int RosenbrockTrials = 120;
    private const double RosenbrockAim = 1e-6;
    private const int HartmannTrials = 150;
    private const double HartmannTolerance = 1e-3;
    private const double HartmannShare = 0.9;
    private const int ModelTrials = 35;
    private const int ModelTrialsWithout = 100;

    public override string Name => "gradient";

    public override string Summary => "trials to the minimum with the derivatives of the objective, against those without";

    public override IReadOnlyList<Option> Options { get; } =
    [
        new("--seeds", "count", "studies of each row; default 20"),
        new("--model-seeds", "count", "studies of the Bayesian strategy; default 5"),
        new("--first", "seed", "the first seed; default 0"),
    ];

    public override void Run(Arguments arguments, TextWriter output, TextWriter progress)
    {
        int seeds = arguments.Count("--seeds", 20);
        int first = arguments.Count("--first", 0);
        int modelSeeds = arguments.Count("--model-seeds", 5);
        // Every seed starts at points of its own; from the default point all would take the same way.
        Strategy random = Strategy.Gradient(new GradientOptions { StartWithDefault = false });
        double[] rosenbrock = LastOf(GradientProblem.Rosenbrock, random, RosenbrockTrials);
        Write("Rosenbrock-10, best value", rosenbrock);
        Aim.Write(output, $"million times the median best value of Rosenbrock-10 after {RosenbrockTrials} values with derivatives", 1e6 * Quartiles.Of(rosenbrock).Median, 1e6 * RosenbrockAim);

        double[] hartmann = LastOf(GradientProblem.Hartmann, random, HartmannTrials);
        Write("Hartmann-6, regret", [.. hartmann.Select(static value => value - GradientProblem.Hartmann.Optimum)]);
        double share = (double)hartmann.Count(static value => value < GradientProblem.Hartmann.Optimum + HartmannTolerance) / seeds;
        Aim.WriteAtLeast(output, $"of the studies at Hartmann-6's global minimum after {HartmannTrials} trials", share, HartmannShare);

        foreach (GradientProblem problem in (GradientProblem[])[GradientProblem.Valley, GradientProblem.Rosenbrock, GradientProblem.Hartmann])
        {
            var counter = new Progress(modelSeeds, progress);
            double[] with = new double[modelSeeds];
            double[] without = new double[modelSeeds];
            for (int i = 0; i < modelSeeds; i++)
            {
                with[i] = problem.Run(Strategy.Bayesian(), true, ModelTrials, first + i)[^1] - problem.Optimum;
                without[i] = problem.Run(Strategy.Bayesian(), false, ModelTrialsWithout, first + i)[^1] - problem.Optimum;
                counter.Done(problem.Name);
            }

            Write($"Bayesian on {problem.Name}, {ModelTrials} trials with derivatives, regret", with);
            Write($"Bayesian on {problem.Name}, {ModelTrialsWithout} trials without, regret", without);
            Aim.Write(output, $"times the regret without derivatives on {problem.Name}, median of the pairs", Quartiles.Of(with.Zip(without, static (a, b) => a / b)).Median, 1);
        }

        double[] LastOf(GradientProblem problem, Strategy strategy, int trials)
        {
            var counter = new Progress(seeds, progress);
            double[] last = new double[seeds];
            for (int i = 0; i < seeds; i++)
            {
                last[i] = problem.Run(strategy, true, trials, first + i)[^1];
                counter.Done(problem.Name);
            }

            return last;
        }

        void Write(string what, double[] figures)
            => output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what}: median [quartiles] {Quartiles.Of(figures)}, largest {figures.Max():G3}"));
    }
}
