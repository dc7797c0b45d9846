using Digits;
using Microsoft.ML;
using Microsoft.ML.Calibrators;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers.FastTree;
using Microsoft.ML.Trainers.LightGbm;

namespace HyperTune.Benchmarks;

/// <summary>
/// Gradient-boosted trees that tell odd digits from even ones. A training grows all trees at once; the curve is the validation loss of the first of them, block by
/// block, as a training that reports would have it.
/// </summary>
internal sealed class BoostingTraining
{
    public const int Blocks = 27;

    private const int TreesPerBlock = 16;
    private const double Sigmoid = 0.5;

    // Of single precision.
    private const double Tolerance = 1e-3;

    private readonly MLContext _context = new(seed: 1);
    private readonly Picture[] _training;
    private readonly Picture[] _validation;

    public BoostingTraining(DigitSplit digits)
    {
        _training = Pictures(TrainingPart.Of(digits.Training));
        _validation = Pictures(digits.Validation);
    }

    /// <summary>The mean cross-entropy on the validation digits after each block of trees, in nats.</summary>
    public double[] Train(BoostingConfig config)
    {
        using var trainer = new DisposableModel(_context.BinaryClassification.Trainers.LightGbm(new LightGbmBinaryTrainer.Options
        {
            NumberOfIterations = Blocks * TreesPerBlock,
            LearningRate = config.LearningRate,
            NumberOfLeaves = config.Leaves,
            MinimumExampleCountPerLeaf = config.ExamplesPerLeaf,
            Sigmoid = Sigmoid,
            HandleMissingValue = false,
            NumberOfThreads = 1,
            Seed = 1,
            Booster = new GradientBooster.Options
            {
                FeatureFraction = config.FeatureFraction,
                SubsampleFraction = config.SubsampleFraction,
                SubsampleFrequency = 1,
                L2Regularization = config.L2,
            },
        }).Fit(_context.Data.LoadFromEnumerable(_training)));
        RegressionTreeEnsemble trees = trainer.Trees;
        float[] own = trainer.Score(_context.Data.LoadFromEnumerable(_validation));
        double[] scores = new double[_validation.Length];
        double[] curve = new double[Blocks];
        Array.Fill(scores, trees.Bias);
        for (int block = 0; block < Blocks; block++)
        {
            for (int tree = block * TreesPerBlock; tree < Math.Min((block + 1) * TreesPerBlock, trees.Trees.Count); tree++)
            {
                for (int i = 0; i < scores.Length; i++)
                {
                    scores[i] += trees.TreeWeights[tree] * LeafValue(trees.Trees[tree], _validation[i].Features);
                }
            }

            curve[block] = scores.Zip(_validation, static (score, picture) => CrossEntropy(picture.Label ? score : -score)).Average();
        }

        double largest = own.Zip(scores, static (theirs, ours) => Math.Abs(theirs - ours)).Max();
        return largest < Tolerance ? curve : throw new FaultException($"The sum of the trees differs from the model's own scores by {largest}.");
    }

    private static double CrossEntropy(double score) => double.LogP1(Math.Exp(-Sigmoid * score));

    // Leaves have the complements of their indices.
    private static double LeafValue(RegressionTree tree, float[] features)
    {
        if (tree.NumberOfNodes == 0)
        {
            return tree.LeafValues[0];
        }

        int node = 0;
        while (node >= 0)
        {
            node = features[tree.NumericalSplitFeatureIndexes[node]] <= tree.NumericalSplitThresholds[node] ? tree.LeftChild[node] : tree.RightChild[node];
        }

        return tree.LeafValues[~node];
    }

    private static Picture[] Pictures(DigitSet digits)
        => [.. Enumerable.Range(0, digits.Count).Select(i => new Picture
        {
            Label = digits.Labels[i] % 2 == 1,
            Features = [.. digits.Pictures.Column(i).Select(static ink => (float)ink)],
        })];

    private sealed class Picture
    {
        public bool Label { get; init; }

        [VectorType(DigitSet.PictureSize)]
        public float[] Features { get; init; } = [];
    }

    private sealed class DisposableModel(
        BinaryPredictionTransformer<CalibratedModelParametersBase<LightGbmBinaryModelParameters, PlattCalibrator>> model) : IDisposable
    {
        public RegressionTreeEnsemble Trees => model.Model.SubModel.TrainedTreeEnsemble;

        public float[] Score(IDataView pictures) => [.. model.Transform(pictures).GetColumn<float>("Score")];

        public void Dispose() => ((IDisposable)model).Dispose();
    }
}
