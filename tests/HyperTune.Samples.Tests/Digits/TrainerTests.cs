namespace HyperTune.Samples.Tests;

public class TrainerTests
{
    private static readonly DigitSplit Split = DigitSplit.Create(DigitFile.LoadEmbedded(), seed: 1);

    private static readonly DigitsConfig Quick = new()
    {
        LearningRate = 0.1,
        Momentum = 0.5,
        Dropout = 0.1,
        MaximumShift = 0.2,
        Epochs = 5,
    };

    [Fact]
    public void Train_sameSeed_givesTheSameNetworkToTheLastBit()
        => Assert.Equal(WeightsAfterTraining(seed: 3), WeightsAfterTraining(seed: 3));

    [Fact]
    public void Train_otherSeed_givesAnotherNetwork()
        => Assert.NotEqual(WeightsAfterTraining(seed: 3), WeightsAfterTraining(seed: 4));

    [Fact]
    public void Train_fewEpochs_readsMostDigitsItHasNotSeen()
        => Assert.InRange(AccuracyOf(Quick), 0.9, 1);

    [Fact]
    public void Train_noEpoch_knowsNothing()
        => Assert.InRange(AccuracyOf(Quick with { Epochs = 0 }), 0, 0.3);

    [Fact]
    public void Train_stepsThatDiverge_givesANetworkThatReadsNoBetterThanChance()
        => Assert.InRange(AccuracyOf(Quick with { LearningRate = 1e6 }), 0, 0.2);

    [Fact]
    public void Train_anyConfig_reportsEveryEpoch()
    {
        var epochs = new List<int>();

        Trainer.Train(Quick, Split.Validation, seed: 1, (epoch, _) => epochs.Add(epoch));

        Assert.Equal([1, 2, 3, 4, 5], epochs);
    }

    private static double AccuracyOf(DigitsConfig config)
        => Accuracy.Of(Trainer.Train(config, Split.Training, seed: 1).Check(Split.Validation)).Value;

    private static double[] WeightsAfterTraining(long seed)
        => [.. Trainer.Train(Quick with { Epochs = 1 }, Split.Validation, seed).Layers.SelectMany(static layer => layer.Weights.Values)];
}
