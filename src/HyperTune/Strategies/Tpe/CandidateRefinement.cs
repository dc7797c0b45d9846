using HyperTune.Spaces.Coding;

namespace HyperTune.Strategies.Tpe;

/// <summary>Moves a candidate along each numeric axis where that raises the ratio of the densities.</summary>
internal sealed class CandidateRefinement(UnitCube cube, TpeSettings settings, TpeModel model, CandidateFilter filter)
{
    private float[] _good = [];
    private float[] _other = [];

    /// <summary>One pass over the axes: a step up and a step down on each, kept where it pays.</summary>
    /// <param name="candidate">The candidate, with its score.</param>
    /// <param name="good">The mixture of good trials that the score is about.</param>
    public void Improve(TpeCandidate candidate, GoodMixture good)
    {
        if (settings.RefinementStep == 0 || cube.Numeric.IsEmpty)
        {
            return;
        }

        good.Table.Exponents(candidate, ref _good);
        model.Other.Table.Exponents(candidate, ref _other);
        foreach (CubeDimension dimension in cube.Numeric)
        {
            if (!dimension.IsStructural && !double.IsNaN(candidate.Point[dimension.Index]))
            {
                double step = settings.RefinementStep * candidate.Bandwidths[dimension.Index];
                Try(candidate, good, dimension, step);
                Try(candidate, good, dimension, -step);
            }
        }
    }

    private void Try(TpeCandidate candidate, GoodMixture good, CubeDimension dimension, double step)
    {
        ref double coordinate = ref candidate.Point[dimension.Index];
        double before = coordinate;
        double after = before + step is >= 0 and <= 1 ? dimension.Snap(before + step) : before;
        if (after == before)
        {
            return;
        }

        double score = Evaluate(good, dimension, before, after, keep: false);
        if (score <= candidate.Score)
        {
            return;
        }

        coordinate = after;
        if (filter.IsValid(candidate.Point) && filter.IsOffPlateaus(candidate.Point))
        {
            Evaluate(good, dimension, before, after, keep: true);
            candidate.Score = score;
        }
        else
        {
            coordinate = before;
        }
    }

    private double Evaluate(GoodMixture good, CubeDimension dimension, double before, double after, bool keep)
        => good.Table.EvaluateMove(_good, dimension, before, after, keep) - good.LogTotalWeight
        - (model.Other.Table.EvaluateMove(_other, dimension, before, after, keep) - model.Other.LogTotalWeight);
}
