namespace HyperTune.Tests.Description;

/// <summary>Descriptions as they have to be, to the letter.</summary>
internal static class Expected
{
    public const string OneObjective =
        """
        Study 'odd \u001b[31m' has 40 trials: 18 completed, 20 pruned, 2 failed; 1 is taken out.
        The largest value is 0.8124, that of trial 4: Rate = 0.01147, Units = 128, Activation = \u001b[31mtanh.
        Trial 4 has the best value; with fewer than 20 completed trials noise cannot be told from the objective's shape.
        The default config, trial 0, has -0.064: the search has gained 0.876.
        It came with trial 4; none of the 35 after it is better.
        What mattered most: Rate 79 % (61 to 100 %), Units 14 % (0 to 26 %), Activation 8 % (0 to 15 %).
        Pruning stopped 20 of 37 trials and saved 32 % of their steps.
        2 trials failed: IOException: disk full.
        """;

    public const string Front =
        """
        Study 'odd \u001b[31m' has 30 trials: 30 completed.
        2 trials are in the front, each better in something than every other one: Accuracy from 0.99818 to 0.99992, Seconds from 1 to 2.
        The largest Accuracy is that of trial 7; the smallest Seconds is that of trial 9.
        The default config was not tried.
        The latest of the front came with trial 9; none of the 20 after it joined it.
        What mattered most: Rate 94 % (90 to 100 %), Units 5 % (0 to 10 %).
        """;

    public const string NothingWithinLimits =
        """
        Study 'odd \u001b[31m' has 6 trials: 6 completed.
        No trial keeps the limits; trial 3 comes nearest, with Memory 1.0001 (at most 0.5): Rate = 0.0001057, Units = 96, Activation = \u001b[31mtanh.
        """;

    public const string Failed =
        """
        Study 'odd \u001b[31m' has 5 trials: 5 failed.
        5 trials failed; 3 of them with the same reason: IOException: disk \u001b full at 2.
        """;
}
