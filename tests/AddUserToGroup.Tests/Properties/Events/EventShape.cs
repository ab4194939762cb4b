namespace AddUserToGroup.Tests.Properties.Events;

/// <summary>Who makes the event: the three rows of the README's table.</summary>
internal enum EventShape
{
    /// <summary>src/appsync/addUserToGroup.js.</summary>
    Resolver,

    /// <summary>AppSync's direct Lambda resolver.</summary>
    Direct,

    /// <summary>Amplify Gen 2.</summary>
    Amplify,
}
