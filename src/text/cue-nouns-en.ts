/** Nouns for what somebody says: with their owner they attribute words ("his claim that 'Q'"). */
export const CUE_NOUNS = `claim claims statement statements assertion assertions remark remarks comment comments promise promises pledge pledges vow vows call calls warning
  warnings description suggestion suggestions argument arguments accusation accusations allegation allegations belief slogan slogans motto catchphrase quip joke jokes question
  questions answer answers reply response phrase words word message messages tweet tweets letter chant chants cry cries shout shouts prediction predictions threat threats demand
  demands plea pleas insistence declaration admission contention characterization characterisation reference references mantra refrain line speech post posts complaint complaints
  opinion view views insult insults taunt taunts assumption rejection dismissal denunciation condemnation criticism criticisms attack attacks broadside rant tirade lament praise
  endorsement embrace defence defense denial explanation excuse proposal proposals request requests offer appeal appeals invitation advice verdict conclusion finding findings
  assessment estimate forecast observation boast boasts brag jab dig swipe gibe jibe outburst confession apology tribute eulogy idea notion theory vision conviction
  concern concerns fear fears hope hopes worry worries doubts dictum maxim adage credo report reports article articles story column columns instruction instructions order orders ruling decree`;
