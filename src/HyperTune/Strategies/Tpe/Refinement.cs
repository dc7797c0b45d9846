namespace HyperTune;

/// <summary>Moves a candidate along each numeric axis where that raises the ratio of the densities.</summary>
internal sealed class Refinement(UnitCube cube, TpeSettings settings, TpeModel model, Admission admission)
{
    private float[] _below = [];
    private float[] _above = [];

    /// <summary>One pass over the axes: a step up and a step down on each, kept where it pays.</summary>
    /// <param name="candidate">The candidate, with its score.</param>
    /// <param name="below">The mixture of good trials that the score is about.</param>
    public void Improve(TpeCandidate candidate, BelowMixture below)
    {
        if (settings.RefinementStep == 0 || cube.Numeric.IsEmpty)
        {
            return;
        }

        below.Table.Exponents(candidate, ref _below);
        model.Above.Table.Exponents(candidate, ref _above);
        foreach (CubeDimension dimension in cube.Numeric)
        {
            if (!dimension.IsStructural && !double.IsNaN(candidate.Point[dimension.Index]))
            {
                double step = settings.RefinementStep * candidate.Bandwidths[dimension.Index];
                Try(candidate, below, dimension, step);
                Try(candidate, below, dimension, -step);
            }
        }
    }

    private void Try(TpeCandidate candidate, BelowMixture below, CubeDimension dimension, double step)
    {
        ref double coordinate = ref candidate.Point[dimension.Index];
        double before = coordinate;
        double after = before + step is >= 0 and <= 1 ? dimension.Snap(before + step) : before;
        if (after == before)
        {
            return;
        }

        double score = Evaluate(below, dimension, before, after, keep: false);
        if (score <= candidate.Score)
        {
            return;
        }

        coordinate = after;
        if (admission.IsValid(candidate.Point) && admission.IsOffPlateaus(candidate.Point))
        {
            Evaluate(below, dimension, before, after, keep: true);
            candidate.Score = score;
        }
        else
        {
            coordinate = before;
        }
    }

    private double Evaluate(BelowMixture below, CubeDimension dimension, double before, double after, bool keep)
        => below.Table.EvaluateMove(_below, dimension, before, after, keep) - below.LogTotalWeight
        - (model.Above.Table.EvaluateMove(_above, dimension, before, after, keep) - model.Above.LogTotalWeight);
}
