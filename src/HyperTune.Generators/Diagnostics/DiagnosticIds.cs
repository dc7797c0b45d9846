namespace HyperTune.Generators.Diagnostics;

/// <summary>The ids of all diagnostics. An id is never reused. HT1xxx declarations, HT2xxx ranges and values, HT3xxx conditions, HT4xxx use of the runtime.</summary>
internal static class DiagnosticIds
{
    public const string TypeMustBePartial = "HT1001";
    public const string ContainerMustBePartial = "HT1002";
    public const string UnsupportedDeclaration = "HT1003";
    public const string PropertyCannotBeSet = "HT1004";
    public const string UnsupportedParameterType = "HT1005";
    public const string SeveralDistributions = "HT1006";
    public const string CannotBeConstructed = "HT1007";
    public const string InvalidName = "HT1008";
    public const string DuplicateName = "HT1009";
    public const string AttributeWithoutSearchSpace = "HT1010";
    public const string EmptySearchSpace = "HT1011";
    public const string RecursiveSearchSpace = "HT1012";

    public const string LowNotBelowHigh = "HT2001";
    public const string LogBoundNotPositive = "HT2002";
    public const string BoundNotFinite = "HT2003";
    public const string InvalidStep = "HT2004";
    public const string StepDoesNotDivide = "HT2005";
    public const string NoChoices = "HT2006";
    public const string DuplicateChoice = "HT2007";
    public const string ChoiceOfWrongType = "HT2008";
    public const string FractionalBound = "HT2009";
    public const string BoundOutsideType = "HT2010";
    public const string DefaultOutsideRange = "HT2011";
    public const string InvalidStandardDeviation = "HT2012";
    public const string UnboundedInteger = "HT2013";
    public const string DistributionNotForType = "HT2014";
    public const string ImprobableInterval = "HT2015";
    public const string WideUniformRange = "HT2016";
    public const string UnnamedEnumValue = "HT2017";
    public const string InvalidSize = "HT2018";

    public const string UnknownConditionParameter = "HT3001";
    public const string CircularCondition = "HT3002";
    public const string ImpossibleConditionValue = "HT3003";
    public const string InvalidCondition = "HT3004";
    public const string OpenUnion = "HT3005";
    public const string EmptyUnion = "HT3006";
    public const string NothingToRepeat = "HT3007";
    public const string InvalidRepeatCount = "HT3008";
    public const string InvalidConstraint = "HT3009";
    public const string ConstraintIgnoresArgument = "HT3010";
    public const string MetricNotDouble = "HT3011";
    public const string ConflictingMetric = "HT3012";
    public const string InvalidMetricLimit = "HT3013";
    public const string NoObjective = "HT3014";
    public const string ExactContinuousValue = "HT3015";
    public const string UnionNotAbstract = "HT3016";
    public const string ListNotRepeated = "HT3017";
    public const string MetricNotSettable = "HT3018";
    public const string UnsupportedRecord = "HT3019";
    public const string RecordedMetric = "HT3020";
    public const string UnknownBound = "HT3021";
    public const string CircularBound = "HT3022";
    public const string InvalidBound = "HT3023";
    public const string EmptyBound = "HT3024";

    public const string GridWithoutResolution = "HT4001";
    public const string HugeGrid = "HT4003";
    public const string ParameterNeverRead = "HT4004";
    public const string SwitchMissesCase = "HT4005";
    public const string ScoreTheWrongWay = "HT4006";
    public const string ParameterOfAnotherSpace = "HT4007";
    public const string NothingToDifferentiate = "HT4008";
    public const string GridOverContinuous = "HT4009";
    public const string StrategyArgument = "HT4010";
    public const string BindingBound = "HT4011";
    public const string UnimportantParameter = "HT4012";
    public const string BetterDefault = "HT4013";
    public const string StaleStudy = "HT4014";
}
