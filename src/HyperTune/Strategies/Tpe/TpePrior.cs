using HyperTune.Spaces.Coding;

namespace HyperTune.Strategies.Tpe;

/// <summary>The prior kernel, which every mixture has in column 0: wide in every number, uniform over every list of categories.</summary>
internal static class TpePrior
{
    public const int Column = 0;
    public const double Mean = 0.5;
    public const double Bandwidth = 1;

    public static void Set(KernelTable table, UnitCube cube, double logWeight)
    {
        foreach (CubeDimension dimension in cube.Dimensions)
        {
            if (dimension.IsCategorical)
            {
                table.SetUniform(Column, dimension);
            }
            else
            {
                table.SetNumeric(Column, dimension, Mean, Bandwidth);
            }
        }

        table.SetLogWeight(Column, logWeight);
    }
}
