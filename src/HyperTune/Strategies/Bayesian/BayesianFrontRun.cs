using HyperTune.Models.GaussianProcesses;
using HyperTune.Models.Surrogates;
using HyperTune.Numerics.Pareto;
using HyperTune.Strategies.Bayesian.Acquisition;

namespace HyperTune.Strategies.Bayesian;

/// <summary>Bayesian optimization of several objectives at work in one study: a model an objective, and the volume that a config may add to the front.</summary>
internal sealed class BayesianFrontRun : ModelledRun
{
    // With more objectives the boxes are too many, and a random scalarization takes their place.
    private const int MostVolumeObjectives = 4;

    // Of four objectives, a front of more trials has thousands of boxes.
    private const int LargestFourFront = 40;

    private const int FewestValues = 2;
    private const int PerturbedTrials = 3;
    private const double NoisyVariance = 1e-3;

    // What the models of limits say of places far from all trials is a guess, and the region within the limits can have several parts: so many suggestions go
    // by the objectives alone, as if every trial kept the limits. Comparisons found no loss where the region is one.
    private const double LimitlessShare = 0.2;

    // How far behind the worst the reference lies, as a share of the span.
    private const double ReferenceMargin = 0.1;

    private readonly Surrogate[] _objectives;
    private readonly Surrogate _violation;

    public BayesianFrontRun(StrategyContext context, BayesianOptions options)
        : base(context, options, FewestValues)
    {
        bool hasNoise = context.IsDeterministic != true;
        _objectives =
        [
            .. Enumerable.Range(0, context.ObjectiveCount).Select(_ => new Surrogate(Cube, OutputScale.Standardized, options.ModelTrials, hasNoise: hasNoise)),
        ];
        _violation = new Surrogate(Cube, OutputScale.Standardized, options.ModelTrials);
    }

    protected override void Invalidate(int valued, int judged)
    {
        foreach (Surrogate objective in _objectives)
        {
            objective.Invalidate(valued);
        }

        _violation.Invalidate(valued);
    }

    protected override bool TrySuggestByModel(int trialNumber, ulong seed, Span<double> vector, CancellationToken cancellationToken)
    {
        ReadOnlySpan<Observation> trials = History.Valued;
        var random = new RandomStream(seed, 1);
        AcquisitionCriterion acquisition;
        Observation[] near;
        if (History.HasFeasibleValue)
        {
            acquisition = CreateFrontAcquisition(trials, seed, ref random, out near, cancellationToken);
        }
        else
        {
            acquisition = CreateFeasibilityAcquisition(trials, cancellationToken);
            near = [.. trials.ToArray().OrderBy(static trial => trial.Violation).Take(PerturbedTrials)];
        }

        return Maximizer.TryMaximize(acquisition, SearchRegion.Everywhere(Cube), near, seed, vector, cancellationToken);
    }

    // As long as no trial keeps the limits, coming closer to them is the objective.
    private AcquisitionFunction CreateFeasibilityAcquisition(ReadOnlySpan<Observation> trials, CancellationToken cancellationToken)
    {
        Explain($"looking for configs within the limits, {trials.Length} trials in the model");
        _violation.Update(trials, static trial => trial.Violation, version: 0, cancellationToken);
        return History.Limited.IsEmpty
            ? new AcquisitionFunction(_violation.Process, new LogExpectedImprovement(_violation.Outputs.Min(), fantasies: null))
            : new AcquisitionFunction(_violation.Process, improvement: null, Feasibility.Create(History, LimitUse.Plain, cancellationToken));
    }

    private AcquisitionCriterion CreateFrontAcquisition(
        ReadOnlySpan<Observation> trials,
        ulong seed,
        ref RandomStream random,
        out Observation[] near,
        CancellationToken cancellationToken)
    {
        var processes = new GaussianProcess[_objectives.Length];
        for (int k = 0; k < processes.Length; k++)
        {
            int objective = k;
            _objectives[k].Update(trials, trial => trial.Losses.Span[objective], version: 0, cancellationToken);
            processes[k] = _objectives[k].Process;
        }

        LimitUse limits = !History.Limited.IsEmpty && random.NextUnit() < LimitlessShare ? LimitUse.Ignored : LimitUse.Plain;
        List<double[]> points = CountedOutputs(trials, limits, out List<int> rows);
        points.AddRange(AppendPending(processes));
        List<int> places = Domination.Front(points);
        double[][] front = [.. places.Select(place => points[place])];
        near = ChooseNear(trials, [.. places.Where(place => place < rows.Count).Select(place => _objectives[0].TrialAt(rows[place]))], ref random);
        FeasibilityFactor[] factors = Feasibility.Create(History, limits, cancellationToken);
        string where = limits == LimitUse.Ignored ? ", limits left aside" : "";
        Explain($"{front.Length} trials in the front, {trials.Length} in the models, {History.Pending.Count} running{where}");
        return processes.Length <= MostVolumeObjectives
            ? new HypervolumeImprovement(processes, BoxDecomposition.Undominated(Limit(front), Reference(random.NextUnit() < 0.5 ? points : front)), factors)
            : CreateScalarized(processes, front, points, seed, ref random, factors);
    }

    // The outputs of the trials within the limits, or of all where limits do not count, without what the models take for noise.
    private List<double[]> CountedOutputs(ReadOnlySpan<Observation> trials, LimitUse limits, out List<int> rows)
    {
        var points = new List<double[]>();
        rows = [];
        for (int row = 0; row < _objectives[0].RowCount; row++)
        {
            if (trials[_objectives[0].TrialAt(row)] is var trial && ((limits != LimitUse.Ignored && !trial.IsFeasible) || !History.IsRival(trial)))
            {
                continue;
            }

            double[] point = new double[_objectives.Length];
            for (int k = 0; k < point.Length; k++)
            {
                Surrogate objective = _objectives[k];
                bool isNoisy = objective.Process.Kernel.Hyperparameters.NoiseVariance > NoisyVariance;
                point[k] = isNoisy ? objective.Process.MeanAtObserved(row, objective.Outputs[row]) : objective.Outputs[row];
            }

            points.Add(point);
            rows.Add(row);
        }

        return points;
    }

    // Running trials count as if they ended where they are expected to: D. Ginsbourger et al., "Kriging is well-suited to parallelize optimization", 2010.
    private List<double[]> AppendPending(GaussianProcess[] processes)
    {
        var means = new List<double[]>();
        var prediction = new PointPrediction();
        double[] point = new double[Cube.Dimensions.Length];
        foreach (double[] vector in Pending)
        {
            ModelPoint.Encode(Cube, vector, point);
            double[] mean = new double[processes.Length];
            for (int k = 0; k < processes.Length; k++)
            {
                prediction.Predict(processes[k], point);
                mean[k] = prediction.Mean;
                processes[k].Append(point);
            }

            means.Add(mean);
        }

        return means;
    }

    private static Observation[] ChooseNear(ReadOnlySpan<Observation> trials, int[] front, ref RandomStream random)
    {
        random.Shuffle(front.AsSpan());
        var near = new List<Observation>();
        foreach (int trial in front.Take(PerturbedTrials))
        {
            near.Add(trials[trial]);
        }

        return [.. near];
    }

    private double[][] Limit(double[][] front)
    {
        if (_objectives.Length < MostVolumeObjectives || front.Length <= LargestFourFront)
        {
            return front;
        }

        double[] room = NondominatedSort.CrowdingDistances([.. Enumerable.Range(0, front.Length)], front);
        return [.. Enumerable.Range(0, front.Length).OrderByDescending(place => room[place]).Take(LargestFourFront).Order().Select(place => front[place])];
    }

    // Behind the front itself what counts is how well it is filled, behind all trials how far it reaches, also where it has few: one or the other by chance.
    private static double[] Reference(IReadOnlyCollection<double[]> points)
    {
        double[] reference = new double[points.First().Length];
        for (int k = 0; k < reference.Length; k++)
        {
            (double low, double high) = Span(points, k);
            reference[k] = high + (ReferenceMargin * (high > low ? high - low : 1));
        }

        return reference;
    }

    private static ScalarizedImprovement CreateScalarized(
        GaussianProcess[] processes,
        double[][] front,
        List<double[]> points,
        ulong seed,
        ref RandomStream random,
        FeasibilityFactor[] factors)
    {
        double[] weights = new double[processes.Length];
        double[] origins = new double[processes.Length];
        double sum = 0;
        for (int k = 0; k < weights.Length; k++)
        {
            // Uniform over the simplex.
            weights[k] = -Math.Log(random.NextUnit());
            sum += weights[k];
        }

        for (int k = 0; k < weights.Length; k++)
        {
            (double low, double high) = Span(front, k);
            origins[k] = low;
            weights[k] /= sum * (high > low ? high - low : 1);
        }

        double target = points.Min(point => ScalarizedImprovement.Scalarize(point, weights, origins));
        return new ScalarizedImprovement(processes, weights, origins, target, RandomStream.Mix(seed), factors);
    }

    private static (double Low, double High) Span(IReadOnlyCollection<double[]> points, int objective)
        => (points.Min(point => point[objective]), points.Max(point => point[objective]));
}
