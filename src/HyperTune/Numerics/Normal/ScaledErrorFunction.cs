namespace HyperTune.Numerics.Normal;

/// <summary>The scaled complementary error function erfcx(x) = exp(x^2) erfc(x), which neither underflows nor loses digits in the normal
/// distribution's tail.</summary>
internal static class ScaledErrorFunction
{
    private const double Center = 3;

    // Chebyshev coefficients of (1 + 2x) erfcx(x) in t = (x - 3)/(x + 3), which maps [0, infinity) to [-1, 1); computed with 40 digits, those below
    // 1e-17 left out.
    private static readonly double[] Coefficients =
    [
        2.3551251483931200926 / 2,
        0.0053539045396156767694,
        -0.093775503422842090522,
        0.054366525557443220495,
        -0.018976596707845207386,
        0.0044534260614627115695,
        -0.00063355317105531469398,
        0.000017661719523171591851,
        0.000012841532864056670734,
        -2.0072285659059914438e-6,
        -1.8075227904148371024e-7,
        7.5498283438250928278e-8,
        1.8856685238386027905e-9,
        -2.6995190497983639975e-9,
        -1.4600791199391049408e-11,
        1.0361607445969489676e-10,
        1.4757159766234730087e-12,
        -4.2773400643969108248e-12,
        -2.0792249285979899778e-13,
        1.8134502003176962422e-13,
        1.9734255745447388335e-14,
        -7.2879437375926731568e-15,
        -1.5169878690228115682e-15,
        2.3514112258781403525e-16,
        1.0006111691821667611e-16,
    ];

    /// <summary>erfcx(x) for x of at least 0, to about 15 digits.</summary>
    public static double Erfcx(double x)
    {
        // Clenshaw's recurrence.
        double t = 2 * (1 - (2 * Center / (x + Center)));
        double b1 = 0;
        double b2 = 0;
        for (int i = Coefficients.Length - 1; i > 0; i--)
        {
            (b1, b2) = ((t * b1) - b2 + Coefficients[i], b1);
        }

        return ((t / 2 * b1) - b2 + Coefficients[0]) / (1 + (2 * x));
    }
}
